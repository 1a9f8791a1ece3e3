import { InboxApi, signIn } from "./fixtures/inbox-api";
import { expect, test } from "./fixtures/test";
import { ResetPage } from "./pages/reset-page";
import { SetupPage } from "./pages/setup-page";
import { SignInPage } from "./pages/sign-in-page";
import { runCommand } from "./stack/run-command";
import { findSetupLink } from "./stack/start-stack";

test.use({ world: { kind: "first_run", name: "setup" } });
// The second needs the owner the first has made.
test.describe.configure({ mode: "serial" });

const changed = { password: "nine stones under a calm river" };
const closed = /already used|already has its owner/;

test("the set-up link makes one owner, once", async ({ page, stack, faults, browser }) => {
  faults.expect(/\/api\/setup/);
  const link = stack.setupLink ?? "";
  const setup = new SetupPage(page);

  await test.step("a cut or invented link opens nothing", async () => {
    await page.goto("/setup");
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("The set-up link is incomplete");
    await setup.open(`${link.slice(0, -6)}aaaaaa`);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("This link is not known");
  });

  await test.step("a password anybody would guess is refused, the link stays good", async () => {
    await setup.open(link);
    await setup.become({ ...stack.owner, password: "password1234" });
    await expect(page.getByText("This password is too common", { exact: false })).toBeVisible();
  });

  await test.step("the real one makes the owner, and its secret leaves the address bar", async () => {
    await setup.become(stack.owner);
    await expect(page).toHaveURL(`${stack.web}/welcome`);
    expect(page.url()).not.toContain("#");
  });

  await test.step("nobody comes in by it again", async () => {
    const context = await browser.newContext({ baseURL: stack.web });
    const second = new SetupPage(await context.newPage());
    await second.open(link);
    await expect(second.page.getByRole("heading", { name: closed })).toBeVisible();
    await expect(second.submit).toHaveCount(0);
    await context.close();
  });
});

test("an owner who is locked out chooses a new password, once, and every other session ends", async ({
  page,
  stack,
  faults,
  owner,
  browser,
}) => {
  faults.expect(/\/api\/setup|\b401\b/);
  const heading = page.getByRole("heading", { level: 1 });
  const replaced = findSetupLink(await runCommand(stack, "owner-reset.mjs", [])) ?? "";
  const printed = await runCommand(stack, "owner-reset.mjs", [stack.owner.email.toUpperCase()]);
  expect(printed).toContain(stack.owner.email);
  const link = findSetupLink(printed) ?? "";
  const lockedOut = await browser.newContext({ baseURL: stack.web });
  const door = new ResetPage(await lockedOut.newPage());

  await test.step("only the newest link opens", async () => {
    await door.open(replaced);
    await expect(door.heading).toHaveText("This link has expired");
    await door.open(link);
    await expect(door.heading).toHaveText("Choose a new password");
    await expect(door.page.getByText(stack.owner.email)).toBeVisible();
    expect(door.page.url()).not.toContain("#");
  });

  await test.step("a password that will not do leaves it good", async () => {
    await door.choose("too short");
    await expect(door.page.getByText("needs 12 characters or more")).toBeVisible();
    await door.choose("password1234");
    await expect(door.page.getByText("This password is too common", { exact: false })).toBeVisible();
  });

  await test.step("one that will do signs in here and nowhere else", async () => {
    await door.choose(changed.password);
    await expect(door.page).toHaveURL(`${stack.web}/`);
    await owner.goto("/");
    await expect(page).toHaveURL(/\/sign-in/);
    const signInPage = new SignInPage(page);
    await signInPage.enter(stack.owner);
    await expect(signInPage.problem).toBeVisible();
    await signInPage.enter({ ...stack.owner, ...changed });
    await expect(page).toHaveURL(`${stack.web}/`);
  });

  await test.step("the link is spent", async () => {
    await page.goto(link);
    await expect(heading).toHaveText("This link was already used");
    await expect(page.getByRole("link", { name: "Sign in" })).toBeVisible();
  });
  await lockedOut.close();

  // As the tests after this one know it.
  const back = new ResetPage(page);
  await back.open(findSetupLink(await runCommand(stack, "owner-reset.mjs", [])) ?? "");
  await back.choose(stack.owner.password);
  await expect(page).toHaveURL(`${stack.web}/`);
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
  await expect(setup.page).toHaveURL(`${stack.web}/welcome`);
  await setup.page.goto("/");
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
