import { expect, test } from "./fixtures/test";
import { SetupPage } from "./pages/setup-page";

test.use({ world: { kind: "first_run", name: "setup" } });

const closed = /already used|already has its owner/;

test("the set-up link makes one owner, once", async ({ page, stack, faults, browser }) => {
  faults.expect(/\/api\/setup/);
  const link = stack.setupLink ?? "";
  const setup = new SetupPage(page);

  await test.step("a cut or invented link opens nothing", async () => {
    await page.goto("/setup");
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("The set-up link is incomplete");
    await setup.open(`${link.slice(0, -6)}aaaaaa`);
    await page.reload();
    await setup.become(stack.owner);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("This link is not known");
  });

  await test.step("a password anybody would guess is refused, the link stays good", async () => {
    await setup.open(link);
    await page.reload();
    await setup.become({ ...stack.owner, password: "password1234" });
    await expect(page.getByText("This password is too common", { exact: false })).toBeVisible();
  });

  await test.step("the real one makes the owner, and its secret leaves the address bar", async () => {
    await setup.become(stack.owner);
    await expect(page).toHaveURL(`${stack.web}/`);
    expect(page.url()).not.toContain("#");
  });

  await test.step("nobody comes in by it again", async () => {
    const context = await browser.newContext({ baseURL: stack.web });
    const second = new SetupPage(await context.newPage());
    await second.open(link);
    const end = second.page.getByRole("heading", { name: closed });
    await expect(end.or(second.submit)).toBeVisible();
    if (await second.submit.isVisible()) {
      await second.become({ email: "second@example.com", password: "another long pass phrase" });
    }
    await expect(end).toBeVisible();
    await context.close();
  });
});
