import type { BrowserContext, Page } from "@playwright/test";
import { unique } from "./fixtures/agent";
import { csrfToken, signIn } from "./fixtures/inbox-api";
import { expect, test } from "./fixtures/test";
import type { PageFaults } from "./fixtures/watch-context";
import { InboxPage } from "./pages/inbox-page";

test.use({ world: { kind: "account", name: "offline" } });

/** What a browser says of a network that is gone. */
function expectNoNetwork(faults: PageFaults): void {
  faults.expect(/ERR_INTERNET_DISCONNECTED|ERR_CONNECTION_REFUSED|ERR_EMPTY_RESPONSE|ERR_CONNECTION_RESET/);
  faults.expect(/Failed to fetch RSC payload|NetworkError|Failed to fetch/);
}

type Shelf = { id: string; savedAt: number; text: string }[];

/** What lies on this device now, as somebody finds it who looks into the browser's files. */
function shelf(page: Page): Promise<Shelf> {
  return page.evaluate(async () => {
    const names = await indexedDB.databases();
    if (!names.some(({ name }) => name === "countersign")) return [];
    const open = await new Promise<IDBDatabase>((resolve, reject) => {
      const asked = indexedDB.open("countersign");
      asked.onsuccess = () => resolve(asked.result);
      asked.onerror = () => reject(asked.error);
    });
    const all = await new Promise<{ id: string; savedAt: number; data: ArrayBuffer }[]>((resolve, reject) => {
      const asked = open.transaction("kept").objectStore("kept").getAll();
      asked.onsuccess = () => resolve(asked.result);
      asked.onerror = () => reject(asked.error);
    });
    open.close();
    return all.map(({ id, savedAt, data }) => ({
      id,
      savedAt,
      text: new TextDecoder("latin1").decode(data),
    }));
  });
}

const pass = async (context: BrowserContext) =>
  (await context.cookies()).find(({ name }) => name === "offline")?.value ?? null;

/** What is drawn by a load is kept right after it. */
async function keepAnew(page: Page): Promise<void> {
  const before = (await shelf(page))[0]?.savedAt ?? 0;
  await page.reload();
  await expect.poll(async () => (await shelf(page))[0]?.savedAt ?? 0).toBeGreaterThan(before);
}

/** The inbox open, its worker in place, and the list kept. */
async function openKept(page: Page): Promise<InboxPage> {
  const inbox = new InboxPage(page);
  await inbox.open();
  await page.evaluate(() => navigator.serviceWorker.ready);
  await expect.poll(() => shelf(page)).toHaveLength(1);
  return inbox;
}

const title = (page: Page) => page.getByRole("heading", { level: 1 });

test("it can be installed", async ({ owner }) => {
  await openKept(owner);
  const session = await owner.context().newCDPSession(owner);
  const { errors } = await session.send("Page.getAppManifest");
  expect(errors).toEqual([]);
  const { installabilityErrors } = await session.send("Page.getInstallabilityErrors");
  // Every context of a test is a private window to the browser.
  expect(installabilityErrors.filter(({ errorId }) => errorId !== "in-incognito")).toEqual([]);
  const manifest = await (await owner.request.get("/manifest.webmanifest")).json();
  for (const { src } of [...manifest.icons, ...manifest.shortcuts.flatMap(({ icons = [] }) => icons)]) {
    expect((await owner.request.get(src)).status(), src).toBe(200);
  }
  const worker = await owner.request.get("/sw.js");
  expect(worker.headers()).toMatchObject({
    "cache-control": "no-cache",
    "content-type": "text/javascript; charset=utf-8",
  });
});

test("without a network the last list stands with its age, and comes alive by itself", async ({
  owner,
  context,
  agent,
  faults,
}) => {
  expectNoNetwork(faults);
  const told = unique("Kept batch");
  const name = unique("An agent by name");
  const fund = await agent.fund((await agent.newMilestone(told, 250)).id);
  await agent.tell(fund, { agent: { name, reason: "Words of an agent." } });
  const inbox = await openKept(owner);
  await expect(inbox.row(told)).toBeVisible();
  await expect(owner.getByText(name).first()).toBeVisible();
  await keepAnew(owner);
  expect((await shelf(owner))[0]?.text).not.toContain(told);

  await context.setOffline(true);
  await owner.reload();
  await expect(title(owner)).toHaveText(/^\d+ (was|were) waiting$/);
  await expect(owner.getByText("You are offline.")).toBeVisible();
  await expect(owner.locator("[data-slot=kept-age]")).toContainText(/This is what was known .+ UTC\./);
  await expect(inbox.row(`Fund ${told}`)).toContainText("$250.00 to $275.00");
  await expect(inbox.row(`Fund ${told}`)).toContainText(/\d\s[dh]\s\d+\s(h|min) left/);
  await expect(owner.getByText(name)).toHaveCount(0);
  await expect(owner.getByText("Words of an agent.")).toHaveCount(0);

  await inbox.row(`Fund ${told}`).click();
  await expect(owner).toHaveURL(new RegExp(`/approvals/${fund.id}$`));
  await expect(title(owner)).toContainText(`Fund ${told}`);
  await expect(owner.locator("[data-slot=kept-age]")).toContainText("This is what was known");
  const way = owner.getByRole("link", { name: /^Review in OpenTrain/ });
  await expect(way).toHaveAttribute("href", fund.approvalUrl);
  await expect(way).toHaveAttribute("target", "_blank");

  await context.setOffline(false);
  await expect(owner.getByRole("article", { name: "The request" })).toBeVisible();
  await expect(owner.locator("[data-slot=kept-age]")).toHaveCount(0);
});

test("a row of the open list that is tapped without a network shows what is known of it", async ({
  owner,
  context,
  agent,
  faults,
}) => {
  expectNoNetwork(faults);
  const told = unique("Tapped batch");
  const fund = await agent.fund((await agent.newMilestone(told, 31)).id);
  await agent.tell(fund);
  const inbox = await openKept(owner);
  await expect(inbox.row(told)).toBeVisible();
  await keepAnew(owner);
  await context.setOffline(true);
  await inbox.row(told).click();
  await expect(title(owner)).toContainText(told);
  const request = owner.getByRole("article", { name: "The request" });
  await expect(request).toContainText("It shows what was known");
  await expect(request.getByRole("link", { name: /^Review in OpenTrain/ })).toHaveAttribute(
    "href",
    fund.approvalUrl,
  );
});

test("signing out leaves nothing on the device", async ({ owner, context }) => {
  await openKept(owner);
  expect(await pass(context)).not.toBeNull();
  await owner.getByRole("button", { name: "Sign out" }).filter({ visible: true }).first().click();
  await expect(owner).toHaveURL(/\/sign-in/);
  expect(await pass(context)).toBeNull();
  await expect.poll(() => shelf(owner)).toEqual([]);
});

test("a session that ended elsewhere leaves nothing on the device", async ({
  owner,
  context,
  inbox,
  faults,
}) => {
  faults.expect(/status of 401/);
  await openKept(owner);
  expect((await inbox.post("/api/sessions/end-others")).ok()).toBe(true);
  await expect(owner).toHaveURL(/\/sign-in/, { timeout: 45_000 });
  expect(await pass(context)).toBeNull();
  await expect.poll(() => shelf(owner)).toEqual([]);
});

test("the next session finds nothing of the one before, not even on its way in", async ({
  owner,
  context,
  stack,
  faults,
}) => {
  expectNoNetwork(faults);
  await openKept(owner);
  const [before] = await shelf(owner);
  await owner.goto("about:blank");
  await signIn(context.request, stack.web, stack.owner);
  expect(await pass(context)).toBeNull();
  await context.setOffline(true);
  await owner.goto("/");
  await expect(title(owner)).toHaveText("What waits is not known here");
  await context.setOffline(false);
  await expect(title(owner)).not.toHaveText("What waits is not known here");
  await expect.poll(async () => (await shelf(owner)).length).toBe(1);
  expect((await shelf(owner))[0]?.id).not.toBe(before?.id);
});

test("whoever wants nothing kept has nothing kept", async ({ owner, context, stack, faults }) => {
  expectNoNetwork(faults);
  await openKept(owner);
  const set = async (keepOffline: boolean) => {
    const headers = { "x-csrf-token": await csrfToken(context.request, stack.web) };
    const answer = await context.request.post("/api/preferences", { data: { keepOffline }, headers });
    expect(answer.ok()).toBe(true);
  };
  await set(false);
  await owner.goto("/");
  await expect.poll(() => shelf(owner)).toEqual([]);
  expect(await pass(context)).toBeNull();
  await context.setOffline(true);
  await owner.goto("/");
  await expect(title(owner)).toHaveText("What waits is not known here");
  await context.setOffline(false);
  await set(true);
});

test("the number on the icon is the number of the list", async ({ owner, agent }) => {
  await owner.addInitScript(() => {
    const note = (count: number | null) => {
      sessionStorage.setItem("badge", String(count));
      return Promise.resolve();
    };
    Object.assign(navigator, { setAppBadge: note, clearAppBadge: () => note(null) });
  });
  const badge = () => owner.evaluate(() => sessionStorage.getItem("badge"));
  const counted = async () => /^[\d,]+/.exec((await title(owner).textContent()) ?? "")?.[0] ?? "null";
  const inbox = new InboxPage(owner);
  await inbox.open();
  await expect.poll(badge).toBe(await counted());
  const told = unique("On the icon");
  await agent.tell(await agent.fund((await agent.newMilestone(told, 31)).id));
  await expect(inbox.row(told)).toBeVisible();
  await expect.poll(async () => (await badge()) === (await counted())).toBe(true);
  await owner.getByRole("button", { name: "Sign out" }).filter({ visible: true }).first().click();
  await expect(owner).toHaveURL(/\/sign-in/);
  await expect.poll(badge).toBe("null");
});

test("a server that is down is not called a network that is gone, and a worker can be called back", async ({
  owner,
  running,
  faults,
}) => {
  expectNoNetwork(faults);
  faults.expect(/status of 5\d\d/);
  await openKept(owner);
  await running?.inbox.terminate();
  await owner.reload();
  await expect(owner.getByText("This inbox does not answer.")).toBeVisible();
  await expect(title(owner)).toHaveText(/waiting$/);
  await expect(owner.getByText("You are offline.")).toHaveCount(0);

  await running?.startAgain({ SERVICE_WORKER: "off" });
  await expect(owner.locator("[data-slot=live-state]").filter({ visible: true }).first()).toBeVisible({
    timeout: 45_000,
  });
  await expect
    .poll(() => owner.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length))
    .toBe(0);
  await expect.poll(() => shelf(owner)).toEqual([]);
});
