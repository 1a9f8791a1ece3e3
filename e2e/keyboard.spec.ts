import type { Page } from "@playwright/test";
import { unique } from "./fixtures/agent";
import { expect, test } from "./fixtures/test";
import { InboxPage } from "./pages/inbox-page";

test("everything on the inbox can be reached by keyboard, from the top", async ({ owner, agent, inbox }) => {
  const name = unique("Tabbed to");
  const asked = await agent.fund((await agent.newMilestone(name, 52)).id);
  await agent.tell(asked);
  await expect.poll(() => inbox.phaseOf(asked.id)).toBe("waiting");
  const list = new InboxPage(owner);
  await list.open();
  await expect(list.row(name)).toBeVisible();

  await owner.keyboard.press("Tab");
  const skip = owner.getByRole("link", { name: "Skip to the content" });
  await expect(skip).toBeFocused();
  await expect(skip).toBeInViewport();

  const row = `/approvals/${asked.id}`;
  const reached: string[] = [];
  for (let presses = 0; presses < 100 && reached.at(-1) !== row; presses += 1) {
    await owner.keyboard.press("Tab");
    reached.push(await owner.evaluate(() => document.activeElement?.getAttribute("href") ?? ""));
  }
  const inOrder = ["/", "/history", "/contracts", "/settings/connection", row];
  expect(
    reached.filter((address, index) => inOrder.includes(address) && reached.indexOf(address) === index),
  ).toEqual(inOrder);
  await owner.keyboard.press("Enter");
  await expect(owner).toHaveURL(new RegExp(`${row}$`));
});

test("all keys are one key away, and closing gives the keyboard back", async ({ owner }) => {
  await new InboxPage(owner).open();
  await owner.getByRole("link", { name: "History" }).first().focus();
  await owner.keyboard.press("?");
  const sheet = owner.getByRole("dialog", { name: "Keyboard" });
  await expect(sheet.getByText("Open the page where it is confirmed")).toBeVisible();
  expect(await stylesInForce(owner), "the style that keeps the page still").toBeGreaterThan(0);
  await owner.keyboard.press("j");
  await expect(owner.locator("[data-row]:focus")).toHaveCount(0);
  await owner.keyboard.press("Escape");
  await expect(sheet).toHaveCount(0);
  await expect(owner.getByRole("link", { name: "History" }).first()).toBeFocused();
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
