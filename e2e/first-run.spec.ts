import type { Page } from "@playwright/test";
import { Agent, unique } from "./fixtures/agent";
import { expectAccessible, expectNoSidewaysScroll, expectReadable } from "./fixtures/check-page";
import { runShell } from "./fixtures/run-shell";
import { expect, test } from "./fixtures/test";
import { ApprovalPage } from "./pages/approval-page";
import { InvitePage } from "./pages/invite-page";
import { SetupPage } from "./pages/setup-page";
import { TeamPage } from "./pages/team-page";
import { WelcomePage } from "./pages/welcome-page";
import { callDoor } from "./stack/sandbox-door";
import type { Tokens } from "./stack/sandbox-process";

test.use({ world: { kind: "first_run", name: "first-run", hasReal: true } });
// The second needs the owner the first has made.
test.describe.configure({ mode: "serial" });

/** What a person has to do, counted in the pages themselves: keys and times depend on who it is. */
async function countEffort(page: Page): Promise<() => Promise<{ fields: number; clicks: number }>> {
  await page.addInitScript(() => {
    const add = (name: string) =>
      sessionStorage.setItem(name, String(Number(sessionStorage.getItem(name)) + 1));
    window.addEventListener("click", ({ isTrusted }) => isTrusted && add("clicks"), true);
    window.addEventListener("change", ({ isTrusted }) => isTrusted && add("fields"), true);
  });
  return () =>
    page.evaluate(() => ({
      fields: Number(sessionStorage.getItem("fields")),
      clicks: Number(sessionStorage.getItem("clicks")),
    }));
}

test("from the set-up link to the first request, in the sandbox and then on one's own account", async ({
  page,
  stack,
  faults,
  browser,
}) => {
  // The sandbox's scripted agent, whose workspace is closed when another is connected.
  faults.expect(/\b503\b/);
  const welcome = new WelcomePage(page);
  const effort = await countEffort(page);

  await test.step("three fields and two clicks to the first request", async () => {
    const setup = new SetupPage(page);
    await setup.open(stack.setupLink ?? "");
    await setup.become(stack.owner);
    await expect(page).toHaveURL(`${stack.web}/welcome`);
    await expect(welcome.heading).toHaveText("Three steps to your first request");
    await expect(welcome.step(1).getByRole("heading")).toContainText("to do");
    await expect(welcome.step(2)).toContainText(/-agent came by/);
    await welcome.step(3).getByRole("link").first().click();
    await expect(new ApprovalPage(page).happened).toBeVisible();
    expect(await effort()).toEqual({ fields: 3, clicks: 2 });
  });

  await test.step("well made on a phone and at a desk, and led back to until it is done", async () => {
    await expect(page.getByRole("link", { name: "First steps" })).toHaveAttribute("href", "/welcome");
    await welcome.open();
    await expectAccessible(page, "first steps");
    await page.emulateMedia({ colorScheme: "dark" });
    await expectReadable(page, "first steps, dark");
    await page.setViewportSize({ width: 320, height: 800 });
    await expectNoSidewaysScroll(page, "first steps at 320");
    await page.setViewportSize({ width: 1440, height: 900 });
    await page.goto("/settings");
    await expect(page.getByRole("link", { name: /First steps/ }).last()).toContainText("2 of three are done");
    await expectAccessible(page, "settings");
  });

  await test.step("put away and brought back, without scripts too", async () => {
    await welcome.open();
    await page.getByRole("button", { name: "Do not show these steps again" }).click();
    await expect(page.getByText("These steps are put away")).toBeVisible();
    await expect(page.getByRole("link", { name: "First steps" })).toHaveCount(0);
    const context = await browser.newContext({
      baseURL: stack.web,
      javaScriptEnabled: false,
      storageState: await page.context().storageState(),
    });
    const plain = new WelcomePage(await context.newPage());
    await plain.open();
    await plain.page.getByRole("button", { name: "Show them again" }).click();
    await expect(plain.page.getByRole("button", { name: "Do not show these steps again" })).toBeVisible();
    await context.close();
  });

  const real = stack.real ?? "";
  const { tokens } = await callDoor<{ tokens: Tokens }>(real, "POST", "/accounts", { scenario: "empty" });

  await test.step("one's own account, pasted here: now nobody has come by", async () => {
    await welcome.open();
    await welcome.step(1).getByLabel("Token").fill(tokens.owner);
    await welcome.step(1).getByRole("button", { name: "Connect", exact: true }).click();
    await expect(welcome.step(1)).toContainText("is connected.");
    await expect(welcome.step(2)).toContainText("Waiting for its first call");
  });

  await test.step("the line that stands there is all the agent needs, and its call shows by itself", async () => {
    const line = (await welcome.step(2).locator("pre").textContent()) ?? "";
    expect(line).not.toContain("\n");
    const call = `${line}\ncurl -fsS "$OPENTRAIN_API_BASE_URL/api/public/v1/auth/me" -H 'Authorization: Bearer ${tokens.agent}'`;
    // The tokens of this stand-in look like the sandbox's, whose door is open for two seconds more.
    await expect
      .poll(() => runShell(call).then(JSON.parse, () => null), { timeout: 15_000 })
      .toMatchObject({ account: {} });
    await expect(welcome.step(2)).toContainText(/came by/);
    await expect(welcome.step(3)).toContainText("Nothing was asked yet.");
  });

  await test.step("and so does its first request; then all is set", async () => {
    const agent = new Agent({ ...stack, tokens }, stack.web);
    const asked = await agent.fund((await agent.newMilestone(unique("First of all"), 40)).id);
    await expect(welcome.step(3).getByRole("link", { name: /First of all/ })).toHaveAttribute(
      "href",
      `/approvals/${asked.id}`,
    );
    await expect(welcome.heading).toHaveText("All set");
    await page.goto("/settings");
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Settings");
    await expect(page.getByRole("link", { name: /First steps/ })).toHaveCount(0);
  });
});

test("finance is shown what there is to do instead, and times are those of where they are", async ({
  owner,
  browser,
  stack,
}) => {
  const link = await (async () => {
    const team = new TeamPage(owner);
    await team.open();
    return team.invite("Robin");
  })();
  const context = await browser.newContext({ baseURL: stack.web, locale: "en-GB", timezoneId: "Asia/Tokyo" });
  const mate = await context.newPage();
  const invited = new InvitePage(mate);
  await invited.open(link);
  await invited.join({
    name: "Robin",
    email: "robin@example.com",
    password: "nine stones under a calm river",
  });
  await expect(mate).toHaveURL(`${stack.web}/`);

  await test.step("their times are those of where they are", async () => {
    await mate.goto("/settings");
    await expect(mate.getByRole("link", { name: /Appearance/ })).toContainText("times in Asia/Tokyo");
    await expect(mate.getByRole("link", { name: /First steps/ })).toHaveCount(0);
  });

  await mate.goto("/welcome");
  await expect(mate.getByRole("heading", { level: 1 })).toHaveText("What you can do here");
  await expect(mate.getByLabel("Token")).toHaveCount(0);
  await expectAccessible(mate, "first steps of finance");
  await context.close();
});
