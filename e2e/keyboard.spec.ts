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
