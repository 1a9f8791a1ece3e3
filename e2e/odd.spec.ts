import { unique } from "./fixtures/agent";
import { expect, test } from "./fixtures/test";
import { ApprovalPage } from "./pages/approval-page";
import { InboxPage } from "./pages/inbox-page";
import type { RunningStack } from "./stack/start-stack";

test.use({ world: { kind: "account", name: "odd", isProxied: true } });

type Body = { approval?: Record<string, unknown>; contract?: { milestones?: Record<string, unknown>[] } };

/** From here on OpenTrain says something else about this one approval. */
function say(running: RunningStack | null, id: string, change: Record<string, unknown>): void {
  if (!running?.proxy) throw new Error("this world has no proxy");
  const before = running.proxy.rewrite;
  running.proxy.rewrite = (path, body) => {
    const { approval } = body as Body;
    return path.endsWith(`/approvals/${id}`) && approval
      ? { approval: { ...approval, ...change } }
      : before(path, body);
  };
}

test("a hire asked again with other terms replaces the first", async ({ owner, agent, inbox }) => {
  const [proposal = ""] = await agent.hirable();
  const terms = (amount: number) => ({ name: "Pilot again", description: "Boxes", amount });
  const older = await agent.hire(proposal, terms(500));
  await agent.tell(older, { request: { milestone: terms(500) } });
  await expect.poll(() => inbox.phaseOf(older.id)).toBe("waiting");
  const newer = await agent.hire(proposal, terms(410));
  await agent.tell(newer, { request: { milestone: terms(410) } });
  await expect.poll(() => inbox.phaseOf(older.id)).toBe("superseded");
  await expect.poll(() => inbox.phaseOf(newer.id)).toBe("waiting");
  const { approval } = await inbox.approval(older.id);
  expect(approval).toMatchObject({ supersededBy: newer.id, replacedButConfirmed: false });
  expect((await inbox.approval(newer.id)).approval.supersedes).toBe(older.id);
  const { waiting } = await inbox.summary();
  // 410.00 + 41.00 + 9.95; the replaced one counts nowhere.
  expect(waiting.charge).toMatchObject({ minCents: 46095, maxCents: 46095 });

  const detail = new ApprovalPage(owner);
  await detail.open(older.id);
  await expect(detail.detail.getByText("Replaced").first()).toBeVisible();
  await expect(detail.detail.getByRole("link", { name: "See the newer one" })).toHaveAttribute(
    "href",
    `/approvals/${newer.id}`,
  );
});

test("a replaced request that was confirmed after all is flagged", async ({
  owner,
  agent,
  inbox,
  running,
}) => {
  const [, proposal = ""] = await agent.hirable();
  const terms = (amount: number) => ({ name: "Second look", description: "Boxes", amount });
  const older = await agent.hire(proposal, terms(300));
  await agent.tell(older);
  await expect.poll(() => inbox.phaseOf(older.id)).toBe("waiting");
  say(running, older.id, {
    status: "confirmed",
    resolvedAt: new Date().toISOString(),
    result: { hired: true },
  });
  const newer = await agent.hire(proposal, terms(290));
  await agent.tell(newer);
  await expect
    .poll(async () => (await inbox.approval(older.id)).approval)
    .toMatchObject({ phase: "confirmed", replacedButConfirmed: true });
  const detail = new ApprovalPage(owner);
  await detail.open(older.id);
  await expect(detail.detail.getByText("The replaced request was confirmed", { exact: true })).toBeVisible();
});

test("a link that leads elsewhere is set aside and cannot be pressed", async ({
  owner,
  agent,
  inbox,
  running,
}) => {
  const name = unique("Lured");
  const asked = await agent.fund((await agent.newMilestone(name, 44)).id);
  const foreign = `http://app.opentrain.example/approvals/${asked.id}`;
  say(running, asked.id, { approvalUrl: foreign });
  await agent.tell(asked);
  await expect
    .poll(async () => (await inbox.phaseOf(asked.id)) && (await inbox.approval(asked.id)).approval)
    .toMatchObject({ linkState: "quarantined", linkProblemCode: "host", approvalUrl: null });
  expect((await inbox.summary()).quarantined).toBe(1);
  const detail = new ApprovalPage(owner);
  await detail.open(asked.id);
  await expect(detail.heading(name)).toBeVisible();
  await expect(owner.locator('a[href*="opentrain.example"]')).toHaveCount(0);
  await expect(detail.leave).toHaveCount(0);
  await expect(detail.detail.getByText("cannot be opened from here", { exact: false })).toBeVisible();
  await expect(detail.detail.getByText("app.opentrain.example", { exact: false }).first()).toBeVisible();
  await new InboxPage(owner).open();
  await expect(
    owner.getByText("does not lead to your OpenTrain account", { exact: false }).first(),
  ).toBeVisible();
});

test("a status nobody knows is listed as unreadable, not hidden", async ({
  owner,
  agent,
  inbox,
  running,
}) => {
  const name = unique("Puzzling");
  const asked = await agent.fund((await agent.newMilestone(name, 45)).id);
  say(running, asked.id, { status: "on_hold" });
  await agent.tell(asked);
  await expect.poll(() => inbox.phaseOf(asked.id)).toBe("unreadable");
  const list = new InboxPage(owner);
  await list.open();
  await expect(list.row(name)).toBeVisible();
  const detail = new ApprovalPage(owner);
  await detail.open(asked.id);
  await expect(detail.detail.getByText("We cannot read this request")).toBeVisible();
});

test("an amount that is no amount is unknown, and says what was said", async ({
  owner,
  agent,
  inbox,
  running,
}) => {
  if (!running?.proxy) throw new Error("this world has no proxy");
  const before = running.proxy.rewrite;
  const milestone = await agent.newMilestone(unique("Half a cent"), 46);
  running.proxy.rewrite = (path, body) => {
    const { contract } = body as Body;
    if (!contract?.milestones) return before(path, body);
    const milestones = contract.milestones.map((one) =>
      one.id === milestone.id ? { ...one, amountUsd: 450.005 } : one,
    );
    return { contract: { ...contract, milestones } };
  };
  const asked = await agent.fund(milestone.id);
  await agent.tell(asked);
  await expect
    .poll(async () => (await inbox.phaseOf(asked.id)) && (await inbox.approval(asked.id)).approval.money)
    .toMatchObject({ amountCents: null, totalCents: null, unreadable: "450.005" });
  const detail = new ApprovalPage(owner);
  await detail.open(asked.id);
  await expect(detail.detail.getByText("OpenTrain said 450.005", { exact: false }).first()).toBeVisible();
});
