import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { unique } from "../fixtures/agent";
import { expect, test } from "../fixtures/test";
import { root } from "../stack/folders";
import { startWebkit, type Webkit } from "./start-webkit";
import { faultsOn, policyReports, watchPage } from "./watch";
import type { WebDriver } from "./webdriver";

// The iPhone's family of engines, through the journeys that matter most there.
test.use({ world: { kind: "account", name: "webkit", scenario: "demo" } });
test.describe.configure({ mode: "serial", timeout: 120_000 });

let webkit: Webkit;
let browser: WebDriver;

test.beforeAll(async () => {
  webkit = await startWebkit(process.env.WEBKIT_DRIVER_PATH || "/usr/bin/WebKitWebDriver");
  browser = webkit.browser;
});
test.afterAll(async () => {
  await webkit?.stop();
});

const row = (text: string | RegExp) => browser.find('main a[href^="/approvals/"]', text);
const at = (path: string | RegExp) =>
  browser.until(`being at ${path}`, async () => {
    const { pathname } = await browser.url();
    return typeof path === "string" ? pathname === path : path.test(pathname);
  });

/** A page by its address, hydrated and watched. */
async function open(url: string): Promise<void> {
  await browser.go(url);
  await watchPage(browser);
}

async function expectWell(what: string): Promise<void> {
  expect.soft(await faultsOn(browser), `${what}: faults`).toEqual([]);
  const [content = 0, window = 0] = await browser.run<number[]>(
    "return [document.documentElement.scrollWidth, document.documentElement.clientWidth]",
  );
  expect.soft(content, `${what}: as wide as the window`).toBeLessThanOrEqual(window);
}

async function shoot(name: string): Promise<void> {
  const folder = process.env.WEBKIT_PICTURES ?? join(root, "test-results", "webkit");
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, `${name}.png`), await browser.picture());
}

test("in WebKit: signing in, the list, a kind of it, one request and its way out", async ({
  stack,
  agent,
}) => {
  const told = unique("Seen in WebKit");
  const fund = await agent.fund((await agent.newMilestone(told, 250)).id);
  await agent.tell(fund);
  await open(stack.web);
  await at("/sign-in");
  await browser.type(await browser.find("input[type=email]"), stack.owner.email);
  await browser.type(await browser.find("input[type=password]"), stack.owner.password);
  await browser.click(await browser.find("main button[type=submit]"));
  await at("/");
  await watchPage(browser);
  expect(await browser.text(await row(told))).toContain("$250.00");
  expect(await browser.text(await browser.find("h1"))).toMatch(/^\d+ waiting$/);
  await expectWell("the list");

  await browser.click(await browser.find("main :is(a, button, label)", /^End( |$)/));
  await browser.until("the other kinds gone", async () => {
    return (await browser.look('main a[href^="/approvals/"]', told)) === null;
  });
  expect((await browser.url()).searchParams.get("type")).toMatch(/end/);
  await browser.click(await browser.find("main :is(a, button, label)", /^Fund( |$)/));
  await browser.click(await row(told));
  await at(`/approvals/${fund.id}`);

  const way = await browser.find("a[data-primary=leave]");
  expect(await browser.attribute(way, "href")).toBe(fund.approvalUrl);
  expect(await browser.attribute(way, "target")).toBe("_blank");
  expect(await browser.attribute(way, "rel")).toContain("noopener");
  await expectWell("the request");
  const [here = ""] = await browser.windows();
  await browser.click(way);
  const there = await browser.until("OpenTrain's page beside ours", async () => {
    return (await browser.windows()).find((handle) => handle !== here) ?? null;
  });
  await browser.useWindow(there);
  await browser.until("its address", async () => (await browser.url()).origin === stack.sandbox);
  await browser.closeWindow();
  await browser.useWindow(here);
});

test("in WebKit: what is asked now arrives by itself, and what is decided shows on the page", async ({
  stack,
  agent,
  human,
}) => {
  await open(stack.web);
  await browser.find("[data-slot=live-state]", "Live");
  const told = unique("Arrives in WebKit");
  const fund = await agent.fund((await agent.newMilestone(told, 75.5)).id);
  await agent.tell(fund);
  await browser.click(await row(told));
  await at(`/approvals/${fund.id}`);
  await browser.find("main article", /If you confirm/);
  await human.confirm(fund.id);
  await browser.find("main article", /Confirmed/);
  await browser.until("no way out any more", async () => {
    return (await browser.look("a[data-primary=leave]")) === null;
  });
  await expectWell("a decided request");

  await browser.click(await browser.find('a[href="/history"]'));
  await at("/history");
  expect(await browser.text(await row(told))).toContain("Confirmed");
  await expectWell("history");
});

test("in WebKit: as narrow as a phone, in both themes, nothing is cut and nothing scrolls sideways", async ({
  stack,
  agent,
  inbox,
}) => {
  const fund = await agent.fund((await agent.newMilestone(unique("On a phone"), 120)).id);
  await agent.tell(fund);
  await browser.resize(390, 844);
  expect(await browser.run("return innerWidth")).toBe(390);
  const papers = { light: "rgb(251, 250, 247)", dark: "rgb(21, 20, 18)" };
  for (const theme of ["light", "dark"] as const) {
    expect((await inbox.post("/api/preferences", { theme })).ok()).toBe(true);
    for (const [name, path] of [
      ["inbox", "/"],
      ["request", `/approvals/${fund.id}`],
      ["history", "/history"],
      ["capture", "/settings/capture"],
    ] as const) {
      await open(stack.web + path);
      await browser.find("h1");
      const paper = await browser.run("return getComputedStyle(document.documentElement).backgroundColor");
      expect.soft(paper, `${name} in ${theme}`).toBe(papers[theme]);
      await expectWell(`${name} in ${theme}`);
      await shoot(`${name}-390-${theme}`);
    }
  }
  const way = await (async () => {
    await open(`${stack.web}/approvals/${fund.id}`);
    return browser.box(await browser.find("a[data-primary=leave]"));
  })();
  const bottom = await browser.run<number>("return innerHeight + scrollY");
  expect(way.height, "a thumb's size").toBeGreaterThanOrEqual(44);
  expect(way.y + way.height, "in sight at the lower edge").toBeLessThanOrEqual(bottom);
});

test("in WebKit: the last list stands while the server is down, and comes alive when it is back", async ({
  stack,
  running,
  agent,
}) => {
  const told = unique("Kept in WebKit");
  await agent.tell(await agent.fund((await agent.newMilestone(told, 64)).id));
  await open(stack.web);
  await row(told);
  await browser.until("a service worker", () =>
    browser.run("return navigator.serviceWorker.controller !== null"),
  );
  await open(stack.web);
  await row(told);
  await browser.until("a kept list", () =>
    browser.run("return indexedDB.databases().then((all) => all.some(({ name }) => name === 'countersign'))"),
  );
  expect(policyReports(stack)).toEqual([]);
  await running?.inbox.terminate();
  await browser.go(`${stack.web}/`);
  await browser.find("main", "This inbox does not answer.");
  expect(await browser.text(await row(told))).toContain("$64.00");
  await shoot("offline-390");
  await browser.click(await row(told));
  await browser.find("main", /This is what was known/);
  await shoot("offline-request-390");
  await running?.startAgain();
  await browser.find("main article");
  expect(policyReports(stack)).toEqual([]);
});
