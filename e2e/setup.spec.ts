import { InboxApi, signIn } from "./fixtures/inbox-api";
import { expect, test } from "./fixtures/test";
import { SetupPage } from "./pages/setup-page";
import { runCommand } from "./stack/run-command";
import { findSetupLink } from "./stack/start-stack";

test.use({ world: { kind: "first_run", name: "setup" } });
// The second needs the owner the first has made.
test.describe.configure({ mode: "serial" });

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

test("a further owner has a workspace of their own and sees nothing of the first", async ({
  browser,
  stack,
  inbox,
  agent,
  faults,
}) => {
  faults.expect(/\b409\b/);
  const asked = await agent.fund((await agent.newMilestone("Not theirs", 63)).id);
  const first = await inbox.post("/api/paste", { text: asked.approvalUrl });
  expect(first.status()).toBe(200);
  await expect.poll(() => inbox.phaseOf(asked.id)).toBe("waiting");

  const link = findSetupLink(await runCommand(stack, "setup-link.mjs", ["--new"])) ?? "";
  const further = { email: "further@example.com", password: "quite another pass phrase" };
  const context = await browser.newContext({ baseURL: stack.web });
  const setup = new SetupPage(await context.newPage());
  await setup.open(link);
  await setup.become(further, "Robin Marsh");
  await expect(setup.page.getByText("No OpenTrain account is connected").first()).toBeVisible();
  await context.close();

  const theirs = await InboxApi.open(stack);
  expect((await signIn(theirs.http, stack.web, further)).status()).toBe(200);
  expect((await theirs.http.get("/api/approvals")).status()).toBe(409);
  expect([404, 409]).toContain((await theirs.http.get(`/api/approvals/${asked.id}`)).status());
  expect((await theirs.summary()).waiting.count).toBe(0);
  await theirs.close();
  expect(await inbox.phaseOf(asked.id)).toBe("waiting");
});
