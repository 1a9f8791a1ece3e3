import { captureApproval } from "@/lib/services/approvals/capture";
import { type Answer, ask, type Truth } from "@/lib/worlds/open-sandbox";
import type { HandOver, World } from "@/lib/worlds/world";

export type Agent = "recorder" | "capture" | "silent";
type Wish = { path: string; body: Record<string, unknown> | undefined };

/** Asks for something: through the recorder, with a hand-over after, or without a word to anybody here. */
export async function askFor(world: World, agent: Agent, truth: Truth): Promise<void> {
  const wish = wishOf(world, truth);
  if (!wish) return;
  const throughUs = agent === "recorder";
  const origin = throughUs ? world.recorder.origin() : world.sandbox.origin;
  const answer = await ask(
    "POST",
    `${origin}/api/public/v1${wish.path}`,
    world.account.tokens.agent,
    wish.body,
    {
      ...(throughUs ? { "x-agent-name": "Agent A", "x-agent-reason": "because the plan says so" } : {}),
    },
  );
  if (throughUs) await world.recorder.settled();
  const id = idIn(answer);
  world.story.push(`${agent} asks ${wish.path} ${JSON.stringify(wish.body ?? {})}: ${answer.status} ${id}`);
  if (id === null) {
    if (throughUs) world.unheard.add(wish.path);
    return;
  }
  const cents = centsIn(wish.body);
  if (throughUs) {
    if (world.options.isCaptureBroken) return;
    world.handedOver.add(id);
    if (cents !== null && !world.askedCents.has(id)) world.askedCents.set(id, cents);
  }
  if (agent !== "capture") return;
  const handOver = { id, approval: answer.body?.approval, request: wish.body ?? null };
  if (world.random.below(4) === 0) world.toHandOver.push(handOver);
  else await handOverOne(world, handOver);
}

/** What it was answered, told to us; whether it is listed or stays a claim is not the agent's affair. */
export async function handOverOne(world: World, { id, approval, request }: HandOver): Promise<void> {
  if (world.options.isCaptureBroken) return;
  await captureApproval({
    ctx: world.agent(),
    input: {
      id,
      told: approval as Record<string, unknown>,
      request: request as Record<string, unknown> | null,
      agent: { name: "Agent B", reason: null },
      way: "capture",
    },
  });
  world.story.push(`handed over ${id}`);
  world.handedOver.add(id);
  const cents = centsIn(request as Wish["body"]);
  if (cents !== null && !world.askedCents.has(id)) world.askedCents.set(id, cents);
}

function wishOf({ account, random }: World, truth: Truth): Wish | null {
  const milestones = truth.contracts.flatMap(({ milestones }) => milestones);
  const part = (id: string) => encodeURIComponent(id);
  switch (random.below(8)) {
    case 0:
    case 1:
    case 2:
    case 3: {
      const amount = random.oneOf([450, 45.5, 99.99, 1000.01]);
      const body = { milestone: { name: "Batch", amount }, confirmNotFitOverride: true };
      return { path: `/proposals/${part(random.oneOf(account.ids.proposals))}/hire`, body };
    }
    case 4:
    case 5:
      return milestones.length === 0
        ? null
        : { path: `/milestones/${part(random.oneOf(milestones).id)}/fund`, body: undefined };
    case 6:
      return milestones.length === 0
        ? null
        : { path: `/milestones/${part(random.oneOf(milestones).id)}/approve`, body: undefined };
    default:
      return truth.contracts.length === 0
        ? null
        : { path: `/contracts/${part(random.oneOf(truth.contracts).id)}/end`, body: undefined };
  }
}

function idIn({ status, body }: Answer): string | null {
  const approval = body?.approval as { id?: string } | undefined;
  return status >= 200 && status < 300 ? (approval?.id ?? null) : null;
}

function centsIn(body: Record<string, unknown> | null | undefined): number | null {
  const milestone = body?.milestone as { amount: number } | undefined;
  return milestone ? Math.round(milestone.amount * 100) : null;
}
