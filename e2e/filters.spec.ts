import type { Page } from "@playwright/test";
import { unique } from "./fixtures/agent";
import { signIn } from "./fixtures/inbox-api";
import { expect, test } from "./fixtures/test";
import { InboxPage } from "./pages/inbox-page";

test.use({ world: { kind: "account", name: "filters" } });

const shownIds = (page: Page) =>
  page.locator("#content [data-row]").evaluateAll((rows) => rows.map((row) => row.getAttribute("data-row")));
const kind = (page: Page, name: string) =>
  page
    .getByRole("navigation", { name: "Kind of request" })
    .getByRole("link", { name: new RegExp(`^${name} `) });

/** The pages of the list and of requests that the server is asked for from now on. */
function pagesAskedOf(page: Page): string[] {
  const asked: string[] = [];
  page.on("request", (request) => {
    const { pathname, search } = new URL(request.url());
    const isPage = request.isNavigationRequest() || search.includes("_rsc=");
    if (isPage && (pathname === "/" || pathname.startsWith("/approvals/"))) asked.push(request.url());
  });
  return asked;
}

test("the list is searched, narrowed and ordered by its address, with and without scripts", async ({
  owner,
  agent,
  inbox,
  browser,
  stack,
}) => {
  const word = unique("Zoë’s pages").replaceAll(" ", "-");
  const ask = async (name: string, amount: number, by: string) => {
    const asked = await agent.fund((await agent.newMilestone(name, amount)).id);
    await agent.tell(asked, { agent: { name: by, reason: "Next in line." } });
    return asked.id;
  };
  const dear = await ask(`${word} dear`, 900, "invoice-agent");
  const cheap = await ask(`${word} cheap`, 15, "label-agent");
  const other = await ask(unique("Something else"), 40, "label-agent");
  const [proposal = ""] = await agent.hirable();
  const hire = await agent.hire(proposal, { name: `${word} hire`, amount: 450 });
  await agent.tell(hire, { request: { milestone: { name: `${word} hire`, amount: 450 } } });
  for (const id of [dear, cheap, other, hire.id]) await expect.poll(() => inbox.phaseOf(id)).toBe("waiting");

  const calls = pagesAskedOf(owner);
  const list = new InboxPage(owner);
  await list.open();
  await expect(list.rows).toHaveCount(4);
  calls.length = 0;

  await test.step("searched as it is typed, without asking for a page; caret and way back are kept", async () => {
    const field = owner.getByRole("searchbox");
    await field.pressSequentially(word.toUpperCase().replace("Ë", "E"));
    await expect.poll(() => shownIds(owner)).toHaveLength(3);
    await expect(field).toBeFocused();
    await expect(owner).toHaveURL(/\/\?q=/);
    await expect(owner.getByText("Of the 3 that match, out of 4 waiting")).toBeVisible();
    await expect(owner.getByRole("heading", { level: 1 })).toHaveText("4 waiting");
    await kind(owner, "Fund").click();
    await expect.poll(() => shownIds(owner)).toEqual([dear, cheap]);
    await expect(kind(owner, "All")).toHaveText("All3");
    await expect(kind(owner, "Fund")).toHaveText("Fund2");
    await expect(owner.getByText(/lapses? sooner|within 6 hours/)).toHaveCount(0);
  });

  await test.step("ordered by amount it is one list that says so", async () => {
    await owner.getByRole("button", { name: "Filter and sort" }).click();
    await owner.getByLabel("Sort by").selectOption("amount");
    await expect.poll(() => shownIds(owner)).toEqual([cheap, dear]);
    await expect(owner.getByRole("heading", { name: "Amount, smallest first" })).toBeVisible();
    await owner.getByLabel("Agent", { exact: true }).selectOption("invoice-agent");
    await expect.poll(() => shownIds(owner)).toEqual([dear]);
    const { pathname, searchParams } = new URL(owner.url());
    expect(pathname).toBe("/");
    expect(Object.fromEntries(searchParams)).toMatchObject({
      type: "milestone_fund",
      sort: "amount",
      agent: "invoice-agent",
    });
  });

  await test.step("each filter can be taken away, and the way back leads through what was chosen", async () => {
    await owner.getByRole("link", { name: "Take away: invoice-agent" }).click();
    await expect.poll(() => shownIds(owner)).toEqual([cheap, dear]);
    await owner.goBack();
    await expect.poll(() => shownIds(owner)).toEqual([dear]);
    await owner.goBack();
    await owner.goBack();
    await owner.goBack();
    await expect.poll(() => shownIds(owner)).toHaveLength(3);
    await owner.goBack();
    await expect.poll(() => shownIds(owner)).toHaveLength(4);
    await expect(owner.getByRole("searchbox")).toHaveValue("");
    await owner.goForward();
    await expect.poll(() => shownIds(owner)).toHaveLength(3);
  });

  await test.step("what matches nothing says what else waits", async () => {
    await owner.getByRole("searchbox").fill("nobody-called-this");
    await expect(owner.getByRole("heading", { name: "Nothing that waits matches" })).toBeVisible();
    await expect(owner.getByText("4 other requests are waiting.")).toBeVisible();
    await owner.getByRole("link", { name: "Show all that wait" }).click();
    await expect(list.rows).toHaveCount(4);
  });
  expect(calls, "pages asked of the server").toEqual([]);

  await test.step("an address shows the same to whoever has no scripts", async () => {
    const context = await browser.newContext({ javaScriptEnabled: false, baseURL: stack.web });
    await signIn(context.request, stack.web, stack.owner);
    const plain = await context.newPage();
    await plain.goto("/");
    await plain.getByRole("searchbox").fill(word.toLowerCase());
    await plain.getByRole("button", { name: "Apply" }).click();
    expect(await shownIds(plain)).toHaveLength(3);
    await kind(plain, "Fund").click();
    await plain.getByRole("button", { name: "Filter and sort" }).click();
    await plain.getByLabel("Sort by").selectOption("-amount");
    await plain.getByRole("button", { name: "Apply" }).click();
    expect(await shownIds(plain)).toEqual([dear, cheap]);
    await plain.getByRole("link", { name: /^Take away: “/ }).click();
    expect(await shownIds(plain)).toEqual([dear, other, cheap]);
    await plain.goto(`/?q=${hire.id}&type=nonsense&sort=%00&contractId=..&cursor=xx&page=9`);
    expect(await shownIds(plain)).toEqual([hire.id]);
    await context.close();
  });
});

test("a request opens and closes without asking for a page, and a phone keeps its place", async ({
  owner,
  agent,
  inbox,
}) => {
  const names = Array.from({ length: 9 }, () => unique("In a row"));
  const ids = await Promise.all(
    names.map(async (name) => {
      const asked = await agent.fund((await agent.newMilestone(name, 20)).id);
      await agent.tell(asked);
      return asked.id;
    }),
  );
  await expect.poll(async () => (await inbox.approvals("?q=row&limit=200")).length).toBe(ids.length);
  await owner.setViewportSize({ width: 390, height: 700 });
  const list = new InboxPage(owner);
  await list.open();
  const row = owner.locator(`[data-row="${ids[8]}"]`);
  await row.scrollIntoViewIfNeeded();
  await expect(owner.locator("[data-slot=live-state]:visible").first()).toContainText("Live");
  const pages = pagesAskedOf(owner);
  const before = (await row.boundingBox())?.y;
  await row.click();
  await expect(owner).toHaveURL(new RegExp(`/approvals/${ids[8]}$`));
  await expect(owner.getByRole("heading", { level: 1 })).toContainText(names[8] ?? "");
  await expect(owner).toHaveTitle(new RegExp(names[8] ?? ""));
  expect(await owner.evaluate(() => window.scrollY)).toBe(0);
  await owner.goBack();
  await expect(row).toBeVisible();
  expect((await row.boundingBox())?.y).toBeCloseTo(before ?? Number.NaN, 0);
  await expect(row).toBeFocused();
  await expect(owner).toHaveTitle(/Inbox/);
  expect(pages).toEqual([]);
  await owner.goForward();
  await owner.reload();
  await expect(owner.getByRole("heading", { level: 1 })).toContainText(names[8] ?? "");
});
