import { unique } from "./fixtures/agent";
import { expect, test } from "./fixtures/test";
import { ApprovalPage } from "./pages/approval-page";
import { HistoryPage } from "./pages/history-page";
import { InboxPage } from "./pages/inbox-page";

test("at a desk the page itself never scrolls, its columns do", async ({ owner, agent, inbox }) => {
  const asked = await agent.fund((await agent.newMilestone(unique("Long sheet"), 90)).id);
  await agent.tell(asked);
  await expect.poll(() => inbox.phaseOf(asked.id)).toBe("waiting");
  for (const [width, height] of [
    [1024, 700],
    [1440, 700],
    [1920, 900],
  ] as const) {
    await owner.setViewportSize({ width, height });
    for (const path of ["/", `/approvals/${asked.id}`, "/history", "/settings/connection"]) {
      await owner.goto(path);
      await expect(owner.getByRole("heading", { level: 1 })).toBeVisible();
      const tall = await owner.evaluate(() => document.documentElement.scrollHeight - window.innerHeight);
      expect.soft(tall, `${path} at ${width}`).toBe(0);
    }
  }
});

test("history keeps its place when one of its requests is opened", async ({
  owner,
  agent,
  human,
  inbox,
  stack,
}) => {
  const name = unique("Kept place");
  const asked = await agent.fund((await agent.newMilestone(name, 95)).id);
  await agent.tell(asked);
  await expect.poll(() => inbox.phaseOf(asked.id)).toBe("waiting");
  await human.decline(asked.id);
  await expect.poll(() => inbox.phaseOf(asked.id)).toBe("declined");
  const history = new HistoryPage(owner);
  await history.open();
  await history.row(name).click();
  const { detail } = new ApprovalPage(owner);
  await expect(detail.getByText("was asked; nothing was charged")).toBeVisible();
  await expect(new InboxPage(owner).way("History")).toHaveAttribute("aria-current", "page");
  await detail.getByRole("link", { name: "History" }).click();
  await expect(owner).toHaveURL(`${stack.web}/history#${asked.id}`);
  await expect(history.row(name)).toBeFocused();
  await expect(history.row(name)).toBeVisible();
});

test("a link can be added from the inbox on a phone", async ({ owner, agent, inbox }) => {
  const asked = await agent.fund((await agent.newMilestone(unique("In hand"), 85)).id);
  await agent.tell(asked);
  await expect.poll(() => inbox.phaseOf(asked.id)).toBe("waiting");
  await owner.setViewportSize({ width: 320, height: 640 });
  await new InboxPage(owner).open();
  await owner.getByRole("link", { name: "Add a link" }).click();
  await expect(owner).toHaveURL(/\/add$/);
  await owner.getByRole("main").getByRole("link", { name: "Inbox" }).click();
  await expect(owner.getByRole("heading", { level: 1 })).toHaveText(/waiting/);
});
