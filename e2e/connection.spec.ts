import { expect, test } from "./fixtures/test";
import { CapturePage } from "./pages/capture-page";
import { ConnectionPage } from "./pages/connection-page";
import { SetupPage } from "./pages/setup-page";

test.use({ world: { kind: "first_run", name: "connection" } });

test("the connection says what its token gives, and the capture key is shown once", async ({
  page,
  stack,
}) => {
  const setup = new SetupPage(page);
  await setup.open(stack.setupLink ?? "");
  await setup.become(stack.owner);
  await expect(page).toHaveURL(`${stack.web}/welcome`);

  const connection = new ConnectionPage(page);
  await connection.open();
  const main = page.getByRole("main");
  await test.step("where it leads and what the token gives", async () => {
    await expect(main.getByText(stack.sandbox).first()).toBeVisible();
    await expect(main.getByText("payments:read").first()).toBeVisible();
    await expect(
      main.getByText("Approvals, contracts, milestones, credits and the feed of what was settled."),
    ).toBeVisible();
    await expect(main.getByText("This token can also write.", { exact: false })).toHaveCount(0);
    expect(await page.content(), "no token reaches the browser").not.toContain(stack.tokens.owner);
    expect(await page.content()).not.toMatch(/ot_pat_sandbox\w*_\w{8,}/);
  });

  const capture = new CapturePage(page);
  await capture.open();
  const secret = await test.step("the key, once", async () => {
    await capture.show.click();
    const key = main.locator("[data-slot=capture-key]");
    await expect(key).toBeVisible();
    return (await key.textContent()) ?? "";
  });

  await test.step("it opens the door for agents", async () => {
    const told = await fetch(`${stack.web}/api/capture`, {
      method: "POST",
      headers: { authorization: `Bearer ${secret}`, "content-type": "application/json" },
      body: JSON.stringify({ id: "apr_by_the_new_key" }),
    });
    expect(told.status).toBe(202);
  });

  await test.step("and never again", async () => {
    await page.reload();
    await expect(capture.row("Capture key")).toContainText("last used");
    await expect(capture.show).toHaveCount(0);
    expect(await page.content()).not.toContain(secret);
  });
});
