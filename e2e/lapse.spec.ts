import { expect, test } from "./fixtures/test";
import { ApprovalPage } from "./pages/approval-page";
import { HistoryPage } from "./pages/history-page";
import { InboxPage } from "./pages/inbox-page";

const hour = 60 * 60 * 1000;

test.use({ world: { kind: "account", name: "lapse" } });

test("time runs out at OpenTrain, and only OpenTrain says so", async ({ owner, agent, human, inbox }) => {
  const asked = await agent.fund((await agent.newMilestone("Left alone", 90)).id);
  await agent.tell(asked);
  await expect.poll(() => inbox.phaseOf(asked.id)).toBe("waiting");
  const list = new InboxPage(owner);
  const detail = new ApprovalPage(owner);
  await list.open();
  await expect(list.row("Left alone")).toBeVisible();

  await test.step("five hours before, it is closing soon", async () => {
    await human.advance(67 * hour);
    await expect.poll(() => inbox.phaseOf(asked.id)).toBe("closing_soon");
    await expect(owner.getByRole("heading", { name: "Under 6 hours" })).toBeVisible();
  });

  await test.step("half an hour before, it is the last hour", async () => {
    await human.advance(4.5 * hour);
    await expect.poll(() => inbox.phaseOf(asked.id)).toBe("last_hour");
    await expect(owner.getByRole("heading", { name: "Last hour" })).toBeVisible();
  });

  await test.step("past due while OpenTrain cannot be asked about it", async () => {
    await human.break({
      match: { method: "GET", path: `/approvals/${asked.id}` },
      kind: "status",
      status: 500,
    });
    // Half a minute past, so that the next look is not far away.
    await human.advance(hour / 2 + 30_000);
    await expect.poll(() => inbox.phaseOf(asked.id)).toBe("past_due");
    await expect(owner.getByRole("heading", { name: /^Past due/ })).toBeVisible();
    await detail.open(asked.id);
    await expect(detail.detail.getByText("Past its time, checking with OpenTrain").first()).toBeVisible();
    await expect(detail.leave).toBeVisible();
  });

  await test.step("lapsed once OpenTrain has said so", async () => {
    await human.mend();
    await expect.poll(() => inbox.phaseOf(asked.id), { timeout: 40_000 }).toBe("lapsed");
    await expect(detail.detail.getByText("Lapsed").first()).toBeVisible();
    await expect(detail.leave).toHaveCount(0);
    const history = new HistoryPage(owner);
    await history.open();
    await expect(history.row("Left alone")).toContainText("Lapsed");
    const { approval, history: events } = await inbox.approval(asked.id);
    expect(approval.status).toBe("expired");
    expect(events.map(({ kind }) => kind)).toContain("lapsed");
    expect(events.map(({ kind }) => kind)).not.toContain("declined");
  });
});
