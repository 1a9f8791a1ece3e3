import { unique } from "./fixtures/agent";
import { expect, test } from "./fixtures/test";
import { ApprovalPage } from "./pages/approval-page";
import { HistoryPage } from "./pages/history-page";
import { InboxPage } from "./pages/inbox-page";
import { SandboxPage } from "./pages/sandbox-page";

test("a request that arrives on the open page is declined at OpenTrain", async ({
  owner,
  stack,
  agent,
  inbox,
}) => {
  const name = unique("Turned down");
  const list = new InboxPage(owner);
  const detail = new ApprovalPage(owner);
  await list.open();
  await expect(list.row(name)).toHaveCount(0);

  const asked = await agent.fund((await agent.newMilestone(name, 123.45)).id);
  const told = await agent.tell(asked);
  expect(told).toMatchObject({ status: 202, body: { id: asked.id } });
  await expect.poll(() => inbox.phaseOf(asked.id)).toBe("waiting");
  expect(told.body.url).toBe(`${stack.web}/approvals/${asked.id}`);

  await list.row(name).click();
  await expect(detail.heading(name)).toBeVisible();
  await expect(detail.detail.getByText("$123.45").first()).toBeVisible();
  await expect(detail.leave).toHaveAttribute("href", asked.approvalUrl);
  await expect(detail.leave).toHaveAttribute("rel", /noopener/);

  const sandbox = new SandboxPage(await detail.followLink());
  await sandbox.signIn.click();
  await sandbox.decline.click();
  await expect(sandbox.title).toHaveText("Declined");
  await sandbox.page.close();

  await expect(detail.detail.getByText("Declined").first()).toBeVisible();
  await expect(detail.leave).toHaveCount(0);
  const history = new HistoryPage(owner);
  await history.open();
  await expect(history.row(name)).toContainText("Declined");
  const { history: events } = await inbox.approval(asked.id);
  expect(events.map(({ kind }) => kind)).toEqual(
    expect.arrayContaining(["listed", "opened_to_confirm", "declined"]),
  );
});

test("a hire confirmed with other terms shows both", async ({ owner, agent, human, inbox }) => {
  const name = unique("Changed batch");
  const proposal = (await agent.hirable()).at(-1) ?? "";
  const terms = { name, description: "Boxes", amount: 172.5 };
  const asked = await agent.hire(proposal, terms);
  await agent.tell(asked, { request: { milestone: terms } });
  await expect.poll(() => inbox.phaseOf(asked.id)).toBe("waiting");
  await human.confirm(asked.id, { milestone: { amount: 200 } });
  await expect.poll(() => inbox.phaseOf(asked.id)).toBe("confirmed");
  await expect
    .poll(async () => (await inbox.approval(asked.id)).approval.differences)
    .toEqual([{ field: "amountCents", asked: "172.50", confirmed: "200.00" }]);

  const detail = new ApprovalPage(owner);
  await detail.open(asked.id);
  await expect(detail.detail.getByText("$172.50").first()).toBeVisible();
  await expect(detail.detail.getByText("$200.00").first()).toBeVisible();
});

test("nothing is shown as settled before OpenTrain says so", async ({ owner, agent, human, inbox }) => {
  const name = unique("Slow answer");
  const asked = await agent.fund((await agent.newMilestone(name, 80)).id);
  await agent.tell(asked);
  await expect.poll(() => inbox.phaseOf(asked.id)).toBe("waiting");
  const detail = new ApprovalPage(owner);
  await detail.open(asked.id);
  const sandbox = await detail.followLink();
  await sandbox.close();
  await expect
    .poll(async () => (await inbox.approval(asked.id)).history.map(({ kind }) => kind))
    .toContain("opened_to_confirm");
  expect(await inbox.phaseOf(asked.id)).toBe("waiting");
  await expect(detail.leave).toBeVisible();
  await human.decline(asked.id);
  await expect(detail.detail.getByText("Declined").first()).toBeVisible();
});
