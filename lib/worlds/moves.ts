import { expect, vi } from "vitest";
import { pasteApprovals } from "@/lib/services/approvals/paste";
import { findApproval } from "@/lib/store/approvals/rows";
import { type Agent, askFor, handOverOne } from "@/lib/worlds/agents";
import { follow } from "@/lib/worlds/follow";
import { ask, type Truth } from "@/lib/worlds/open-sandbox";
import { passTime } from "@/lib/worlds/pass-time";
import { truthOf, type World } from "@/lib/worlds/world";

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;

type Move = (world: World, truth: Truth) => Promise<void>;

const asking =
  (agent: Agent): Move =>
  (world, truth) =>
    askFor(world, agent, truth);

const moves: [weight: number, move: Move][] = [
  [14, asking("recorder")],
  [12, asking("capture")],
  [8, asking("silent")],
  [14, confirm],
  [7, decline],
  [6, later],
  [3, muchLater],
  [14, async (world) => void (await follow(world))],
  [2, async (world) => void (await Promise.all([follow(world), follow(world)]))],
  [4, paste],
  [3, readThrough],
  [4, tellAgain],
  [3, tellLate],
  [3, addWork],
  [2, goAway],
  [1, restart],
];
const all = moves.reduce((sum, [weight]) => sum + weight, 0);

/** One thing that an agent, a human, the network, a machine or time does; a moment passes before each. */
export async function move(world: World): Promise<void> {
  await passTime(world, 2000 + world.random.below(20_000));
  let at = world.random.below(all);
  const [, chosen] = moves.find(([weight]) => {
    at -= weight;
    return at < 0;
  }) ?? [0, later];
  await chosen(world, await truthOf(world));
}

async function confirm(world: World, truth: Truth): Promise<void> {
  const { random, sandbox } = world;
  const approval = pendingOf(world, truth);
  if (!approval) return;
  const isEdited = approval.type === "proposal_hire" && random.below(3) === 0;
  const body = {
    payWith: random.oneOf(["card", "credits"]),
    settle: random.oneOf(["release", "refund"]),
    ...(isEdited ? { milestone: { amount: random.oneOf([480, 12.34]) } } : {}),
  };
  const { status } = await sandbox.door(
    "POST",
    `/approvals/${encodeURIComponent(approval.id)}/confirm`,
    body,
  );
  world.story.push(`confirmed ${approval.id} ${JSON.stringify(body)}: ${status}`);
}

async function decline(world: World, truth: Truth): Promise<void> {
  const approval = pendingOf(world, truth);
  if (!approval) return;
  await world.sandbox.door("POST", `/approvals/${encodeURIComponent(approval.id)}/decline`);
  world.story.push(`declined ${approval.id}`);
}

async function later(world: World): Promise<void> {
  await passTime(world, world.random.below(40) * minuteMs);
}

async function muchLater(world: World): Promise<void> {
  const hours = 5 + world.random.below(40);
  world.story.push(`${hours} hours pass`);
  await passTime(world, hours * hourMs);
}

/** The owner found a link in a chat. */
async function paste(world: World, truth: Truth): Promise<void> {
  const approval = pendingOf(world, truth);
  if (!approval) return;
  const { results } = await pasteApprovals({ ctx: world.owner(), input: { text: approval.approvalUrl } });
  world.story.push(`pasted ${approval.id}: ${results[0]?.outcome}`);
  world.handedOver.add(approval.id);
}

/** The same words again change nothing; the same request again is the same request. */
async function tellAgain(world: World, truth: Truth): Promise<void> {
  const known = truth.approvals.filter(({ id }) => world.handedOver.has(id));
  if (known.length === 0) return;
  const { terms: _, supersededBy: __, ...approval } = world.random.oneOf(known);
  await handOverOne(world, { id: approval.id, approval, request: null });
}

/** An agent looks after a request through us, whoever asked for it. */
async function readThrough(world: World, truth: Truth): Promise<void> {
  const { random, recorder, account, db, workspaceId } = world;
  if (truth.approvals.length === 0) return;
  const { id } = random.oneOf(truth.approvals);
  const url = `${recorder.origin()}/api/public/v1/approvals/${encodeURIComponent(id)}`;
  const { status } = await ask("GET", url, account.tokens.agent);
  world.story.push(`read ${id} through the recorder: ${status}`);
  if (status !== 200 || world.options.isCaptureBroken) return;
  // The agent does not wait for it; who looks at the list next does.
  await vi.waitFor(async () => expect(await findApproval(db, workspaceId, id)).not.toBeNull());
  world.handedOver.add(id);
}

async function tellLate(world: World): Promise<void> {
  for (const handOver of world.toHandOver.splice(0)) await handOverOne(world, handOver);
}

/** More to fund, by the agent's own call. */
async function addWork({ sandbox, account, random }: World, truth: Truth): Promise<void> {
  const active = truth.contracts.filter(({ status }) => status === "active");
  if (active.length === 0) return;
  const path = `/contracts/${encodeURIComponent(random.oneOf(active).id)}/milestones`;
  await fetch(`${sandbox.origin}/api/public/v1${path}`, {
    method: "POST",
    headers: { authorization: `Bearer ${account.tokens.agent}`, "content-type": "application/json" },
    body: JSON.stringify({ description: "More", amountUsd: random.oneOf([250, 80.25]) }),
  }).catch(() => undefined);
}

/** OpenTrain goes away, or comes back. */
async function goAway(world: World): Promise<void> {
  const { sandbox, account, random } = world;
  if (world.isAway) await comeBack(world);
  else {
    world.isAway = true;
    const kind = random.oneOf(["drop", "status", "garbage", "html"]);
    const match = { path: "^/api/public/v1/" };
    // Seldom for good: each try of an away OpenTrain takes its time, and a world has only so much.
    const times = random.oneOf([1, 4, 9]);
    // What was asked may have been done although nobody heard so.
    const when = random.oneOf(["before", "after"]);
    await sandbox.door("POST", "/faults", { accountId: account.accountId, match, kind, when, times });
    world.story.push(`OpenTrain is away for ${times} calls (${kind}, ${when})`);
  }
}

export async function comeBack(world: World): Promise<void> {
  const { sandbox, account } = world;
  await sandbox.door("DELETE", `/faults?accountId=${encodeURIComponent(account.accountId)}`);
  world.isAway = false;
  world.story.push("OpenTrain is there");
}

export async function restart(world: World): Promise<void> {
  world.story.push("restarted");
  await world.recorder.restart();
}

function pendingOf({ random }: World, truth: Truth) {
  const pending = truth.approvals.filter(({ status }) => status === "pending");
  return pending.length === 0 ? null : random.oneOf(pending);
}
