import { type BrowserContext, test as base, expect, type Page } from "@playwright/test";
import { sql } from "drizzle-orm";
import { encode } from "next-auth/jwt";
import type { HistorySums } from "@/lib/api/types";
import { fillApprovals } from "@/lib/testing/factories/fill-approvals";
import { makePerson } from "@/lib/testing/factories/make-person";
import { makeWorkspace } from "@/lib/testing/factories/make-workspace";
import { authSecret, startBareWeb } from "./stack/bare-web";

const settled = 2_500;

type World = { web: string; session: string; ids: string[] };

/** A year of history in a database of its own: nothing follows OpenTrain, so nothing moves but what is scrolled. */
const test = base.extend<{ page: Page; plain: Page }, { world: World }>({
  world: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the pattern
    async ({}, use) => {
      const web = await startBareWeb();
      const made = await makeWorkspace(web.db, { origin: "http://127.0.0.1:9" });
      await fillApprovals(web.db, made, { settled, waiting: 3, at: new Date() });
      const { personId, sessionId } = await makePerson(web.db, made.workspaceId, "finance");
      await web.db.execute(sql`update people set time_zone = 'Europe/Berlin' where id = ${personId}`);
      const { rows } = await web.db.execute<{ id: string }>(
        sql`select id from approvals where ended_at is not null order by ended_at desc, id desc`,
      );
      const session = await encode({ token: { sid: sessionId }, secret: authSecret });
      await use({ web: web.origin, session, ids: rows.map(({ id }) => id) });
      await web.stop();
    },
    { scope: "worker", timeout: 60_000 },
  ],
  baseURL: async ({ world }, use) => use(world.web),
  page: async ({ context, world }, use) => {
    await enter(context, world);
    await use(await context.newPage());
  },
  plain: async ({ browser, world }, use) => {
    const context = await browser.newContext({ javaScriptEnabled: false, baseURL: world.web });
    await enter(context, world);
    await use(await context.newPage());
    await context.close();
  },
});

async function enter(context: BrowserContext, { web, session }: World): Promise<void> {
  await context.addCookies([{ name: "next-auth.session-token", value: session, url: web }]);
}

const title = (page: Page) => page.getByText(/settled requests? match|requests were settled/);
const rows = (page: Page) => page.locator("main [data-row]");
const row = (page: Page, id: string) => page.locator(`[data-row="${id}"]`);

async function sumsOf(page: Page, query: string): Promise<HistorySums> {
  return (await page.request.get(`/api/history/sums?zone=Europe/Berlin${query}`)).json();
}

async function scrollTo(page: Page, part: number): Promise<void> {
  await page.locator("#content").evaluate((column, of) => {
    column.scrollTop = column.scrollHeight * of;
  }, part);
}

/** The first row that is wholly below the month that stays at the top, and where it is. */
async function firstSeen(page: Page): Promise<{ id: string; top: number }> {
  await expect(page.locator('[data-slot="row-to-come"]')).toHaveCount(0);
  return page.evaluate(() => {
    const all = [...document.querySelectorAll<HTMLElement>("[data-row]")];
    const seen = all.find((one) => one.getBoundingClientRect().top > 140);
    return { id: seen?.dataset.row ?? "", top: seen?.getBoundingClientRect().top ?? 0 };
  });
}

test("without scripts history is narrowed by its form, told in days, and read page by page", async ({
  plain,
  world,
}) => {
  await plain.goto("/history");
  await expect(title(plain)).toContainText("2,500");
  await expect(rows(plain)).toHaveCount(50);
  await plain.getByRole("link", { name: "Older" }).click();
  await expect(row(plain, world.ids[50] ?? "")).toBeVisible();
  await expect(rows(plain)).toHaveCount(50);

  await plain.goto("/history");
  await plain.getByLabel("Outcome").selectOption("lapsed");
  await plain.getByLabel("At least, in dollars").fill("2,000");
  await plain.getByRole("button", { name: "Apply" }).click();
  await expect(plain).toHaveURL("/history?phase=lapsed&min=200000");
  const { count, months } = await sumsOf(plain, "&phase=lapsed&min=200000");
  await expect(title(plain)).toContainText(`${count} settled requests match`);
  await expect(plain.getByRole("heading", { level: 2 }).first()).toBeVisible();
  await expect(plain.getByText(`${months[0]?.outcomes.lapsed} lapsed`).first()).toBeVisible();

  await rows(plain).nth(1).click();
  await plain.getByRole("main").getByRole("link", { name: "History" }).first().click();
  await expect(plain).toHaveURL(/\/history\?phase=lapsed&min=200000#appr_/);
  await plain.getByRole("link", { name: "Take away: Lapsed" }).click();
  await expect(plain).toHaveURL("/history?min=200000");
});

test("with scripts it follows its fields by itself, and says what is not there", async ({ page }) => {
  await page.goto("/history");
  await expect(title(page)).toContainText("2,500");
  await page.getByRole("link", { name: "Last month" }).click();
  await expect(page).toHaveURL(/from=\d{4}-\d\d-01&to=\d{4}-\d\d-\d\d$/);
  await expect(title(page)).not.toContainText("2,500");
  await page.getByRole("searchbox").fill("noor");
  await expect(page).toHaveURL(/q=noor/);
  const [inPeriod, everywhere] = [new URL(page.url()).searchParams, await sumsOf(page, "&q=noor")];
  expect(inPeriod.get("from")).not.toBeNull();
  await page.getByRole("link", { name: "All", exact: true }).click();
  await expect(title(page)).toContainText(`${everywhere.count} settled requests match`);
  await expect(page.getByRole("link", { name: /^Export CSV/ })).toHaveText(
    `Export CSV, ${everywhere.count} rows`,
  );
  await page.getByRole("searchbox").fill("nobody of that name");
  await expect(page.getByRole("heading", { name: "No settled request matches" })).toBeVisible();
  await page.goto("/history?from=2001-01-01&to=2001-01-31");
  await expect(page.getByText("from 1 Jan 2001 to 31 Jan 2001, by the days of Europe/Berlin")).toBeVisible();
});

test("all of it scrolls, far away at once, and comes back to the row that was opened", async ({
  page,
  world,
}) => {
  const asked: string[] = [];
  page.on("request", (request) => {
    const { pathname, search } = new URL(request.url());
    if (pathname === "/api/approvals") asked.push(search);
  });
  await page.goto("/history");
  await expect(page.locator('[data-slot="long-list"]')).toBeVisible();
  await scrollTo(page, 0.5);
  const seen = await firstSeen(page);
  const place = world.ids.indexOf(seen.id);
  expect(Math.abs(place / settled - 0.5)).toBeLessThan(0.1);
  expect(asked.length, "not all that lies between").toBeLessThan(8);
  expect(await rows(page).count()).toBeLessThan(80);
  const item = page.locator("li", { has: row(page, seen.id) });
  expect(Number(await item.getAttribute("aria-setsize"))).toBeGreaterThan(0);

  await row(page, seen.id).click();
  await expect(page).toHaveURL(/\/approvals\//);
  await page.goBack();
  await expect(row(page, seen.id)).toBeFocused();
  const again = () => row(page, seen.id).evaluate((link) => link.getBoundingClientRect().top);
  await expect.poll(async () => Math.abs((await again()) - seen.top)).toBeLessThan(3);

  await row(page, seen.id).press("Enter");
  await expect(page).toHaveURL(/\/approvals\//);
  await page.getByRole("main").getByRole("link", { name: "History" }).first().click();
  await expect(row(page, seen.id)).toBeFocused();

  // What is measured on the way makes the list longer: the end is where End leads nowhere further.
  await expect(async () => {
    await page.keyboard.press("End");
    await expect(row(page, world.ids.at(-1) ?? "")).toBeVisible({ timeout: 1_000 });
  }).toPass({ timeout: 15_000 });
});

test("a jump goes to the beginning of a month, with all that it comes to", async ({ page }) => {
  await page.goto("/history");
  const { months } = await sumsOf(page, "");
  const month = months[6];
  await page
    .getByLabel("Go to month")
    .first()
    .selectOption(month?.month ?? "");
  const heading = page.locator(`#month-${month?.month}`);
  await expect(heading).toBeFocused();
  await expect(heading).toBeInViewport();
  await expect(page.getByText(`${month?.outcomes.confirmed} confirmed`).first()).toBeVisible();
  await firstSeen(page);
});

test("a statement has every row of its period on paper, and says what it leaves out", async ({ page }) => {
  const period = "from=2000-01-01&phase=superseded";
  const { count } = await sumsOf(page, "&phase=superseded");
  await page.goto(`/history?${period}`);
  await page.getByRole("link", { name: "Print", exact: true }).click();
  await expect(page.getByRole("heading", { name: "Statement of what was settled" })).toBeVisible();
  await expect(page.getByText(/^Only: Replaced, from 1 Jan 2000\./)).toBeVisible();
  await expect(page.locator("tbody tr:has(td)")).toHaveCount(count);
  await page.emulateMedia({ media: "print" });
  await expect(page.getByRole("navigation")).toHaveCount(0);
  await expect(page.locator('[data-slot="print-head"]')).toBeVisible();
  const paper = (await page.pdf({ format: "A4" })).toString("latin1");
  expect(Number(/\/Count (\d+)/.exec(paper)?.[1])).toBeGreaterThan(3);
  await page.goto("/history/print");
  await expect(page.getByText("Below are the newest 2,000 of 2,500 requests")).toBeVisible();
});
