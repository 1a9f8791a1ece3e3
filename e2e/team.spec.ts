import type { Browser, BrowserContext } from "@playwright/test";
import {
  expectAccessible,
  expectNoSidewaysScroll,
  expectOneHeading,
  expectReadable,
} from "./fixtures/check-page";
import { csrfToken, InboxApi, signIn } from "./fixtures/inbox-api";
import { expect, test } from "./fixtures/test";
import { PageFaults, watchContext } from "./fixtures/watch-context";
import { InboxPage } from "./pages/inbox-page";
import { InvitePage } from "./pages/invite-page";
import { SecurityPage } from "./pages/security-page";
import { TeamPage } from "./pages/team-page";
import type { Stack } from "./stack/start-stack";

test.use({ world: { kind: "account", name: "team", scenario: "demo" } });
// One inbox, in the order of a team's life.
test.describe.configure({ mode: "serial" });

const robin = { name: "Robin Marsh", email: "robin@example.com", password: "calm river over nine stones" };

async function elsewhere(
  browser: Browser,
  stack: Stack,
  expected: RegExp[] = [],
): Promise<{ context: BrowserContext; done: () => Promise<void> }> {
  const context = await browser.newContext({
    baseURL: stack.web,
    locale: "en-GB",
    timezoneId: "UTC",
    viewport: { width: 390, height: 844 },
    reducedMotion: "reduce",
  });
  const faults = new PageFaults();
  for (const pattern of expected) faults.expect(pattern);
  await watchContext(context, [stack.web, stack.sandbox], faults);
  return {
    context,
    done: async () => {
      expect(faults.unexpected(), "errors in the teammate's pages").toEqual([]);
      await context.close();
    },
  };
}

test("the owner invites, a teammate reads, the owner removes, and the open page notices", async ({
  owner,
  browser,
  stack,
  agent,
  inbox: api,
}) => {
  const asked = await agent.fund((await agent.newMilestone("Night batch", 61)).id);
  await agent.tell(asked);
  await expect.poll(() => api.phaseOf(asked.id)).toBe("waiting");
  const team = new TeamPage(owner);
  const { context, done } = await elsewhere(browser, stack, [/\b(400|401|409|410)\b/]);
  const invited = new InvitePage(await context.newPage());
  const theirs = invited.page;
  const inbox = new InboxPage(theirs);

  const link = await test.step("a link, shown once", async () => {
    await team.open();
    const made = await team.invite("Robin in finance");
    expect(made).toMatch(new RegExp(`^${stack.web}/invite/[0-9a-f-]{36}#[\\w-]{43}$`));
    await expectAccessible(owner, "the team with a new link");
    await expect(team.invitations.filter({ hasText: "Robin in finance" })).toContainText("good until");
    await owner.reload();
    await expect(team.invitations.first()).toBeVisible();
    expect(await owner.content()).not.toContain(made.split("#")[1]);
    return made;
  });

  await test.step("whoever is signed in does not become somebody else", async () => {
    const own = new InvitePage(await owner.context().newPage());
    await own.open(link);
    await expect(own.heading).toHaveText("You are a member already");
    const [address = "", secret] = link.split("#");
    const answer = await owner.request.post(`/api/invitations/${address.split("/").at(-1)}/accept`, {
      data: { secret, email: robin.email, password: robin.password },
      headers: { "x-csrf-token": await csrfToken(owner.request, stack.web) },
    });
    expect(answer.status()).toBe(409);
    expect((await answer.json()) as object).toMatchObject({ details: { reason: "signed_in" } });
    await own.page.close();
  });

  await test.step("the teammate chooses a password and sees the inbox at once", async () => {
    await invited.open(link);
    await expect(invited.heading).toHaveText(/^Join /);
    expect(theirs.url()).not.toContain("#");
    await expectOneHeading(theirs, "invitation");
    await expectNoSidewaysScroll(theirs, "invitation");
    await expectAccessible(theirs, "invitation");
    await invited.join({ ...robin, password: "password1234" });
    await expect(theirs.getByText("This password is too common", { exact: false })).toBeVisible();
    await invited.join({ ...robin, email: stack.owner.email });
    await expect(theirs.getByText("This address cannot be used", { exact: false })).toBeVisible();
    await invited.join(robin);
    await expect(theirs).toHaveURL(`${stack.web}/`);
    await expect(theirs.getByRole("heading", { level: 1 })).toHaveText(/\d+ waiting/);
  });

  await test.step("reads, and is told why nothing can be changed", async () => {
    await expect(theirs.getByRole("link", { name: "Add a link" })).toHaveCount(0);
    await inbox.rows.first().click();
    await expect(
      theirs.getByText("Only the owner of the OpenTrain account can confirm", { exact: false }),
    ).toBeVisible();
    await expect(theirs.getByText(/Review in/)).toHaveCount(0);
    await theirs.goto("/add");
    await expect(theirs.getByText("Only the owner can add requests.", { exact: false })).toBeVisible();
    await expect(theirs.getByRole("textbox")).toHaveCount(0);
    await theirs.goto("/settings/team");
    await expect(theirs.getByText("Only the owner can invite and remove people.")).toBeVisible();
    await expect(theirs.getByText("Last here", { exact: false })).toHaveCount(0);
    const csrf = await csrfToken(theirs.request, stack.web);
    for (const path of ["/api/paste", "/api/invitations", "/api/capture-key/show"]) {
      const body =
        path === "/api/paste" ? { text: "x" } : path === "/api/invitations" ? { role: "finance" } : {};
      const answer = await theirs.request.post(path, { data: body, headers: { "x-csrf-token": csrf } });
      expect.soft(answer.status(), path).toBe(403);
      expect.soft((await answer.json()) as object, path).toMatchObject({
        details: { reason: "not_permitted" },
      });
    }
  });

  await test.step("removed: the open page says so within a poll, and keeps no figure", async () => {
    await theirs.goto("/");
    await expect(inbox.rows.first()).toBeVisible();
    await team.open();
    await expect(team.member(robin.name)).toContainText("Last here");
    await team.remove(robin.name);
    await expect(owner.getByText(`${robin.name} was removed.`)).toBeVisible();
    expect((await theirs.request.get("/api/approvals")).status()).toBe(401);
    await expect(theirs.getByRole("heading", { level: 1 })).toHaveText("Your access has ended");
    await expect(theirs).toHaveTitle("Access ended · Countersign");
    await expect(theirs.getByText("$")).toHaveCount(0);
    await expectAccessible(theirs, "access ended");
    await theirs.emulateMedia({ colorScheme: "dark" });
    await expectReadable(theirs, "access ended, dark");
    await theirs.goto("/history");
    await expect(theirs.getByRole("heading", { level: 1 })).toHaveText("Your access has ended");
    await theirs.goBack();
    await expect(theirs.getByText("$")).toHaveCount(0);
  });

  await test.step("the link opens nothing any more", async () => {
    await invited.open(link);
    await expect(invited.heading).toHaveText("This invitation was already used");
    expect((await signIn(theirs.request, stack.web, robin)).status()).toBe(401);
  });
  await done();
});

test("somebody removed comes back as who they were, and rules their own sessions", async ({
  owner,
  browser,
  stack,
}) => {
  const team = new TeamPage(owner);
  const { context, done } = await elsewhere(browser, stack, [/\b(401|403)\b/]);
  const invited = new InvitePage(await context.newPage());
  const theirs = invited.page;
  const next = "quite another pass phrase";

  await team.open();
  await team.removed.getByRole("button", { name: `Invite ${robin.name} again` }).click();
  await invited.open((await team.link.textContent()) ?? "");
  await expect(invited.heading).toHaveText("Welcome back");
  await expect(invited.email).toHaveAttribute("readonly", "");
  await invited.password.fill(robin.password);
  await invited.submit.click();
  await expect(theirs.getByRole("heading", { level: 1 })).toHaveText(/\d+ waiting/);

  const laptop = await InboxApi.open(stack);
  expect((await signIn(laptop.http, stack.web, robin)).status()).toBe(200);
  const security = new SecurityPage(theirs);
  await security.open();
  await expect(security.sessions).toHaveCount(2);
  await expect(security.sessions.first()).toContainText("this device");
  await expectNoSidewaysScroll(theirs, "security");
  await security.sessions.last().getByRole("button").click();
  await expect(security.sessions).toHaveCount(1);
  expect((await laptop.http.get("/api/summary")).status()).toBe(401);

  await security.change("not the present one", next);
  await expect(theirs.getByText("The current password is not right.")).toBeVisible();
  await security.change(robin.password, next);
  await expect(theirs.getByText("The password was changed.")).toBeVisible();
  expect((await signIn(laptop.http, stack.web, robin)).status()).toBe(401);
  expect((await signIn(laptop.http, stack.web, { ...robin, password: next })).status()).toBe(200);
  await laptop.close();
  await done();
});

test("inviting, withdrawing and keeping somebody by keyboard alone", async ({ owner, browser, stack }) => {
  const team = new TeamPage(owner);
  await team.open();
  await owner.keyboard.press("Tab");
  const reach = async (name: RegExp) => {
    for (let presses = 0; presses < 60; presses += 1) {
      const label = await owner.evaluate(() => {
        const at = document.activeElement;
        return (
          at?.getAttribute("aria-label") ?? (at instanceof HTMLInputElement ? at.name : at?.textContent) ?? ""
        );
      });
      if (name.test(label)) return;
      await owner.keyboard.press("Tab");
    }
    throw new Error(`never reached ${name}`);
  };
  await reach(/^Remove Robin/);
  await owner.keyboard.press("Enter");
  await expect(owner.getByRole("button", { name: "Keep" })).toBeFocused();
  await owner.keyboard.press("Enter");
  await expect(owner.getByRole("button", { name: /^Remove Robin/ })).toBeFocused();
  await reach(/^label$/);
  await owner.keyboard.type("Kim");
  await owner.keyboard.press("Enter");
  const link = (await team.link.textContent()) ?? "";
  await reach(/^Withdraw the invitation for Kim$/);
  await owner.keyboard.press("Enter");
  await expect(team.invitations.filter({ hasText: "Kim" })).toContainText("withdrawn");

  const { context, done } = await elsewhere(browser, stack, [/\b410\b/]);
  const invited = new InvitePage(await context.newPage());
  await invited.open(link);
  await expect(invited.heading).toHaveText("This invitation was withdrawn");
  await invited.open(link.split("#")[0] ?? "");
  await expect(invited.heading).toHaveText("The invitation is incomplete");
  await done();
});

test("without JavaScript the pages say what they need", async ({ owner, browser, stack }) => {
  const state = await owner.context().storageState();
  const plain = await browser.newContext({
    baseURL: stack.web,
    javaScriptEnabled: false,
    storageState: state,
  });
  const page = await plain.newPage();
  // Playwright looks for no text inside noscript by itself.
  const said = async () => (await page.locator("noscript").allInnerTexts()).join(" ");
  await page.goto("/invite/00000000-0000-4000-8000-000000000000#secret");
  expect(await said()).toContain("This invitation needs JavaScript");
  await expect(page.getByText("Reading the invitation")).toBeHidden();
  await page.goto("/settings/team");
  expect(await said()).toContain("Inviting and removing need JavaScript");
  await expect(page.getByRole("cell", { name: "yes" }).first()).toBeVisible();
  await page.goto("/settings/security");
  expect(await said()).toContain("need JavaScript in this browser");
  await plain.close();
});
