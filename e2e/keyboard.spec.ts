import type { Page } from "@playwright/test";
import { type Agent, unique } from "./fixtures/agent";
import type { InboxApi } from "./fixtures/inbox-api";
import { expect, test } from "./fixtures/test";
import { ApprovalPage } from "./pages/approval-page";
import { InboxPage } from "./pages/inbox-page";
import { KeyboardPage } from "./pages/keyboard-page";

test.use({ world: { kind: "account", name: "keyboard", scenario: "demo" } });

/** Requests of one name, nearest deadline first as the list has them. */
async function ask(agent: Agent, inbox: InboxApi, name: string, count: number): Promise<string[]> {
  const { contractId } = await agent.newMilestone(`${name} 0`, 40);
  for (let number = 1; number <= count; number += 1) {
    const milestone = await agent.newMilestone(`${name} ${number}`, 40 + number, contractId);
    await agent.tell(await agent.fund(milestone.id));
  }
  const named = async () =>
    (await inbox.approvals("?limit=200")).filter(({ milestoneName }) => milestoneName?.startsWith(name));
  await expect.poll(async () => (await named()).length, { timeout: 20_000 }).toBe(count);
  return (await named()).map(({ id }) => id);
}

test("everything on the inbox can be reached by keyboard, from the top", async ({ owner, agent, inbox }) => {
  const [id] = await ask(agent, inbox, unique("Tabbed to"), 1);
  await new InboxPage(owner).open();
  await expect(owner.locator(`[data-row="${id}"]`)).toBeVisible();

  await owner.keyboard.press("Tab");
  const skip = owner.getByRole("link", { name: "Skip to the content" });
  await expect(skip).toBeFocused();
  await expect(skip).toBeInViewport();

  const row = `/approvals/${id}`;
  const reached: string[] = [];
  for (let presses = 0; presses < 100 && reached.at(-1) !== row; presses += 1) {
    await owner.keyboard.press("Tab");
    reached.push(await owner.evaluate(() => document.activeElement?.getAttribute("href") ?? ""));
  }
  const inOrder = ["/", "/history", "/contracts", "/settings", row];
  expect(
    reached.filter((address, index) => inOrder.includes(address) && reached.indexOf(address) === index),
  ).toEqual(inOrder);
  await owner.keyboard.press("Enter");
  await expect(owner).toHaveURL(new RegExp(`${row}$`));
});

test("all keys are one key away, and closing gives the keyboard back", async ({ owner }) => {
  await new InboxPage(owner).open();
  const keyboard = new KeyboardPage(owner);
  const history = owner.getByRole("link", { name: "History" }).first();
  await history.focus();
  await owner.keyboard.press("?");
  await expect(keyboard.sheet.getByText("Open the page where it is confirmed")).toBeVisible();
  expect(await stylesInForce(owner), "the style that keeps the page still").toBeGreaterThan(0);
  await owner.keyboard.press("j");
  await expect(keyboard.focusedRow).toHaveCount(0);
  await owner.keyboard.press("Escape");
  await expect(keyboard.sheet).toHaveCount(0);
  await expect(history).toBeFocused();
});

test("an owner reads the second request and opens its page, without a mouse", async ({
  owner,
  agent,
  inbox,
  stack,
}) => {
  await ask(agent, inbox, unique("Read by keys"), 3);
  const keyboard = new KeyboardPage(owner);
  await new InboxPage(owner).open();
  await expect(keyboard.rows.nth(2)).toBeVisible();
  const [first, second, third] = await keyboard.rowIds();

  await owner.keyboard.press("o");
  await owner.keyboard.press("j");
  await expect(keyboard.row(first)).toBeFocused();
  await owner.keyboard.press("j");
  await expect(keyboard.row(second)).toBeFocused();
  await expect(owner, "the request beside it follows").toHaveURL(`${stack.web}/approvals/${second}`);
  await owner.keyboard.press("Enter");
  await expect(new ApprovalPage(owner).detail.getByRole("heading").first()).toBeFocused();

  const [opened] = await Promise.all([owner.waitForEvent("popup"), owner.keyboard.press("o")]);
  await opened.waitForLoadState();
  expect(new URL(opened.url()).origin).toBe(stack.sandbox);
  expect(opened.url()).toContain(second);
  expect(await opened.evaluate(() => window.opener)).toBeNull();
  await opened.close();

  await owner.keyboard.press("u");
  await expect(keyboard.row(second)).toBeFocused();
  await owner.keyboard.press("j");
  await owner.keyboard.press("o");
  await expect(owner).toHaveURL(`${stack.web}/approvals/${third}`);
  expect(owner.context().pages(), "nothing but what is open is ever left for").toHaveLength(1);
  await owner.goBack();
  await expect(owner, "one step back leaves the list as it was").toHaveURL(`${stack.web}/`);
});

test("ten requests are gone through by keys, and one of them is found by its name", async ({
  owner,
  agent,
  inbox,
  stack,
}) => {
  const name = unique("Gone through");
  const ids = await ask(agent, inbox, name, 10);
  const keyboard = new KeyboardPage(owner);
  await new InboxPage(owner).open();
  await expect(keyboard.row(ids.at(-1) ?? "")).toBeAttached();
  const all = await keyboard.rowIds();
  for (const id of all.slice(0, 10)) {
    await owner.keyboard.press("j");
    await expect(keyboard.row(id)).toBeFocused();
    await expect(keyboard.row(id)).toBeInViewport({ ratio: 1 });
  }
  await expect(owner).toHaveURL(`${stack.web}/approvals/${all[9]}`);
  await owner.keyboard.press("k");
  await expect(owner).toHaveURL(`${stack.web}/approvals/${all[8]}`);

  await owner.keyboard.press("/");
  await expect(owner.getByRole("searchbox")).toBeFocused();
  await owner.keyboard.type(`${name} 4`);
  await expect(owner).toHaveURL(/[?&]q=/);
  await owner.keyboard.press("Enter");
  await expect(keyboard.focusedRow).toHaveCount(1);

  await owner.keyboard.press("Control+k");
  await keyboard.palette.getByRole("combobox").waitFor();
  await owner.keyboard.type(`${name} 7`);
  const found = keyboard.palette.getByRole("option", { name: `${name} 7` });
  await expect(found).toHaveAttribute("aria-selected", "true");
  await owner.keyboard.press("Enter");
  await expect(owner.getByRole("heading", { level: 1 })).toContainText(`${name} 7`);
});

test("the palette goes, copies and shows, and leaves the keyboard where it belongs", async ({
  owner,
  agent,
  inbox,
  stack,
}) => {
  const [id = ""] = await ask(agent, inbox, unique("By its name"), 1);
  await owner.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  const keyboard = new KeyboardPage(owner);
  await new ApprovalPage(owner).open(id);
  await keyboard.row(id).focus();

  await keyboard.choose("copy its approval");
  await expect(owner.getByText("The approval id is copied.").first()).toBeVisible();
  expect(await owner.evaluate(() => navigator.clipboard.readText())).toBe(id);
  await expect(keyboard.row(id), "back where it was").toBeFocused();

  const [opened] = await Promise.all([owner.waitForEvent("popup"), keyboard.choose("confirmed")]);
  expect(new URL(opened.url()).origin).toBe(stack.sandbox);
  await opened.close();

  await keyboard.choose("history");
  await expect(owner).toHaveURL(`${stack.web}/history`);
  await expect(owner.getByRole("heading", { level: 1, name: "History" })).toBeFocused();
  await owner.keyboard.press("g");
  await owner.keyboard.press("c");
  await expect(owner.getByRole("heading", { level: 1, name: "Contracts" })).toBeFocused();
  await owner.keyboard.press("o");
  expect(owner.context().pages()).toHaveLength(1);
});

test("on a phone the heading is read first, and the way back is the row it was opened by", async ({
  owner,
  agent,
  inbox,
}) => {
  const ids = await ask(agent, inbox, unique("In the hand"), 6);
  await owner.setViewportSize({ width: 390, height: 700 });
  const keyboard = new KeyboardPage(owner);
  await new InboxPage(owner).open();
  const row = keyboard.row(ids.at(-1) ?? "");
  await row.focus();
  const scrolled = await owner.evaluate(() => window.scrollY);
  expect(scrolled).toBeGreaterThan(0);
  await owner.keyboard.press("Enter");
  await expect(owner.getByRole("heading", { level: 1 })).toBeFocused();
  await owner.keyboard.press("u");
  await expect(row).toBeFocused();
  await expect(row).toBeInViewport();
  expect(await owner.evaluate(() => window.scrollY), "where it was").toBe(scrolled);
});

test("a row that leaves the list hands the keyboard to the next", async ({ owner, agent, inbox, human }) => {
  await ask(agent, inbox, unique("Leaves"), 3);
  const keyboard = new KeyboardPage(owner);
  await owner.setViewportSize({ width: 390, height: 700 });
  await new InboxPage(owner).open();
  const [first = "", second = ""] = await keyboard.rowIds();
  await keyboard.row(first).focus();
  await human.decline(first);
  await expect(keyboard.row(first)).toHaveCount(0, { timeout: 20_000 });
  await expect(keyboard.row(second)).toBeFocused();
});

/** Styles that were brought after the page, and took effect. A refused one has no sheet. */
function stylesInForce(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      Array.from(document.querySelectorAll<HTMLStyleElement>("head style")).filter(
        ({ sheet }) => sheet !== null,
      ).length,
  );
}
