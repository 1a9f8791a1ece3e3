import { unique } from "./fixtures/agent";
import { expect, test } from "./fixtures/test";
import { ApprovalPage } from "./pages/approval-page";
import { InboxPage } from "./pages/inbox-page";

test.use({ world: { kind: "account", name: "outage" } });

test("an inbox nobody has told anything says how it begins", async ({ owner }) => {
  await new InboxPage(owner).open();
  await expect(owner.getByText("No request was handed over yet")).toBeVisible();
  await expect(owner.getByRole("link", { name: "Set up an agent" })).toBeVisible();
});

test("OpenTrain away: the old list with its age, never an empty one", async ({
  owner,
  agent,
  inbox,
  running,
}) => {
  const name = unique("Kept in sight");
  const asked = await agent.fund((await agent.newMilestone(name, 70)).id);
  await agent.tell(asked);
  await expect.poll(() => inbox.phaseOf(asked.id)).toBe("waiting");
  const list = new InboxPage(owner);
  await list.open();
  await expect(list.row(name)).toBeVisible();

  await running?.upstream?.goAway();
  await expect.poll(async () => (await inbox.summary()).sync.state, { timeout: 30_000 }).toBe("unreachable");
  await expect(owner.getByText("OpenTrain does not answer").first()).toBeVisible({ timeout: 20_000 });
  await expect(owner.getByText(/shows what was read .+ ago/).first()).toBeVisible();
  await expect(list.row(name)).toBeVisible();
  await expect(owner.getByText("Nothing is waiting")).toHaveCount(0);

  const detail = new ApprovalPage(owner);
  await detail.open(asked.id);
  await expect(detail.leave).toBeVisible();

  // Told while nobody can be asked: kept as a claim, proven later.
  const told = await agent.capture({ id: `${asked.id}x` });
  expect(told).toMatchObject({ status: 202, body: { state: "claimed" } });

  await running?.upstream?.comeBack();
  await expect.poll(async () => (await inbox.summary()).sync.state, { timeout: 60_000 }).toBe("ok");
  await list.open();
  await expect(owner.getByText("OpenTrain does not answer")).toHaveCount(0);
});

test("a token that was revoked: the old list and what to do", async ({ owner, stack, agent, inbox }) => {
  const asked = await agent.fund((await agent.newMilestone(unique("Still here"), 71)).id);
  await agent.tell(asked);
  await expect.poll(() => inbox.phaseOf(asked.id)).toBe("waiting");
  const { token } = (await (await callAs(stack.tokens.owner, stack.sandbox, "GET", "/auth/me")).json()) as {
    token: { id: string };
  };
  await callAs(stack.tokens.agent, stack.sandbox, "DELETE", `/tokens/${token.id}`);
  await expect.poll(async () => (await inbox.summary()).sync.state, { timeout: 30_000 }).toBe("refused");
  const list = new InboxPage(owner);
  await list.open();
  await expect(owner.getByText("OpenTrain refuses our token").first()).toBeVisible();
  await expect(list.row(/Still here/)).toBeVisible();
});

function callAs(token: string, origin: string, method: string, path: string): Promise<Response> {
  return fetch(`${origin}/api/public/v1${path}`, { method, headers: { authorization: `Bearer ${token}` } });
}
