import type { BrowserContext, Page, Request } from "@playwright/test";
import { unique } from "./fixtures/agent";
import { EventStream } from "./fixtures/event-stream";
import { csrfToken } from "./fixtures/inbox-api";
import { expect, test } from "./fixtures/test";
import { PageFaults, watchContext } from "./fixtures/watch-context";
import { InboxPage } from "./pages/inbox-page";
import { killWebOf } from "./stack/kill-web";
import { until } from "./stack/until";

test.use({ world: { kind: "account", name: "live" } });

const listed = /\/api\/approvals\?.*phase=open/;
const stateOf = (page: Page) => page.locator("[data-slot=live-state]:visible").first();

/** The streams this browser has open now. */
function openStreams(context: BrowserContext): Set<Request> {
  const open = new Set<Request>();
  context.on("request", (request) => void (request.url().endsWith("/api/events") && open.add(request)));
  const close = (request: Request) => void open.delete(request);
  context.on("requestfinished", close);
  context.on("requestfailed", close);
  return open;
}

/** From here on nothing is asked by the clock for a good while, so that what shows was told. */
async function openLive(page: Page): Promise<InboxPage> {
  const inbox = new InboxPage(page);
  await inbox.open();
  await expect(stateOf(page)).toContainText("Live");
  await page.waitForResponse(listed, { timeout: 45_000 });
  return inbox;
}

test("a request told elsewhere is on every tab, by one stream, and the next tab takes it over", async ({
  owner,
  context,
  agent,
}) => {
  const streams = openStreams(context);
  const [first, second] = await Promise.all([openLive(owner), openLive(await context.newPage())]);
  expect(streams.size).toBe(1);
  const told = unique("Seen at once");
  await agent.tell(await agent.fund((await agent.newMilestone(told, 31)).id));
  await Promise.all([first, second].map((tab) => expect(tab.row(told)).toBeVisible()));
  await expect(second.page).toHaveTitle(/^\(\d+\)/);

  await owner.goto("about:blank");
  const later = unique("Seen after");
  await agent.tell(await agent.fund((await agent.newMilestone(later, 32)).id));
  await expect(second.row(later)).toBeVisible();
  expect(streams.size).toBe(1);
});

test("whoever is removed is told nothing more, and their page goes to the door", async ({
  inbox,
  browser,
  stack,
}) => {
  const made = (await (await inbox.post("/api/invitations", { role: "finance" })).json()) as { link: string };
  const [id, secret] = [new URL(made.link).pathname.split("/").at(-1), new URL(made.link).hash.slice(1)];
  const context = await browser.newContext({ baseURL: stack.web });
  const faults = new PageFaults();
  faults.expect(/\b401\b/);
  await watchContext(context, [stack.web], faults);
  const who = { email: "lee@example.com", password: "calm river over nine stones", name: "Lee Hart" };
  const joined = await context.request.post(`/api/invitations/${id}/accept`, {
    data: { secret, ...who, timeZone: "UTC" },
    headers: { "x-csrf-token": await csrfToken(context.request, stack.web) },
  });
  expect(joined.status()).toBe(200);
  const page = await context.newPage();
  const streams = openStreams(context);
  await page.goto("/");
  await expect(stateOf(page)).toContainText("Live");
  const { members } = await inbox.get<{ members: { id: string; email: string }[] }>("/api/team");
  const member = members.find(({ email }) => email === who.email);
  await inbox.post(`/api/team/members/${member?.id}/remove`);
  await expect(page).toHaveURL(/\/sign-in/);
  expect(streams.size).toBe(0);
  expect(faults.unexpected()).toEqual([]);
  await context.close();
});

test("a web that is started again misses nothing and repeats nothing", async ({
  owner,
  agent,
  human,
  inbox,
  running,
  faults,
}) => {
  faults.expect(/ERR_CONNECTION|ERR_INCOMPLETE|ERR_EMPTY|\b503\b/);
  const name = unique("Declined meanwhile");
  const asked = await agent.fund((await agent.newMilestone(name, 33)).id);
  await agent.tell(asked);
  const list = await openLive(owner);
  await expect(list.row(name)).toBeVisible();
  const script = await (await EventStream.of(inbox)).open();

  if (!running) throw new Error("this inbox is not ours to stop");
  killWebOf(running.inbox.family());
  await expect.poll(() => script.isOpen).toBe(false);
  await human.decline(asked.id);
  await until("the next web", async () => (await fetch(inbox.stack.web).catch(() => null))?.ok || null);
  await expect.poll(() => inbox.phaseOf(asked.id)).toBe("declined");

  await script.open();
  await expect.poll(() => script.idsOf("approval")).toContain(asked.id);
  expect(script.idsOf("approval").filter((id) => id === null)).toEqual([]);
  await expect(list.row(name)).toBeHidden();
  await expect(stateOf(owner)).toContainText("Live");
  script.close();
});

test("where no stream gets through, the page says so and asks by the clock", async ({
  owner,
  agent,
  faults,
}) => {
  faults.expect(/\b503\b/);
  await owner.route("**/api/events", (route) => route.fulfill({ status: 503, body: "" }));
  const list = new InboxPage(owner);
  await list.open();
  await expect(stateOf(owner)).toContainText("Not live");
  const name = unique("Asked for");
  await agent.tell(await agent.fund((await agent.newMilestone(name, 34)).id));
  await expect(list.row(name)).toBeVisible({ timeout: 15_000 });
});
