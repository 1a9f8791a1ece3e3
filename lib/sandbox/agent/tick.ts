import { errorText, type Log } from "../log";
import type { AgentMemory } from "../state/shapes";
import { ask } from "./ask";
import { handOver } from "./hand-over";
import type { Memory } from "./memory";
import { nextStep } from "./step";
import { STORY } from "./story";
import type { Talk } from "./talk";
import { VARIATIONS } from "./variations";

export type Agent = {
  memory: Memory;
  talk: Talk;
  inbox: { inboxUrl: string; captureKey: string };
  log: Log;
  signal: AbortSignal;
  stepMs: number;
};

/** How long until the next look, or the end. */
type Next = { afterMs: number } | { backOff: true; atLeastMs: number } | "stop";

const AT_MOST_WAITING = 5;
const QUICK_STEPS = 6;
const QUICK_MS = 600;
const SLOW_FACTOR = 6;
const NAME = "label-agent";

/** One thing at a time: hand over what is still to be handed over, look what became of it, then ask the next. */
export async function tick(agent: Agent): Promise<Next> {
  const memory = await agent.memory.read();
  if (memory.stopped) return "stop";
  const [capture] = memory.captures;
  if (capture) return handOverFirst(agent, capture);
  const looked = await lookAgain(agent, memory);
  if (looked === "stop") return "stop";
  if (waiting(looked).length >= AT_MOST_WAITING) return { afterMs: agent.stepMs };
  return takeStep(agent, looked);
}

async function handOverFirst(agent: Agent, capture: AgentMemory["captures"][number]): Promise<Next> {
  let answer: Awaited<ReturnType<typeof handOver>>;
  try {
    answer = await handOver(agent.inbox, capture.body, agent.signal);
  } catch (error) {
    agent.log("debug", "The inbox cannot be reached yet", { error: errorText(error) });
    return { backOff: true, atLeastMs: 0 };
  }
  if (answer === "closed") {
    await agent.memory.change((memory) => ({ ...memory, stopped: true }));
    agent.log("info", "The inbox has closed this workspace; the agent stops");
    return "stop";
  }
  if (typeof answer === "object") return { backOff: true, atLeastMs: answer.retryAfterMs ?? 0 };
  if (answer === "refused")
    agent.log("warn", "The inbox refused a capture", { approvalId: capture.approvalId });
  const now = await agent.memory.change((memory) => ({
    ...memory,
    captures: memory.captures.filter((one) => one.approvalId !== capture.approvalId),
  }));
  return { afterMs: now.captures.length > 0 ? 0 : pace(agent, now) };
}

function waiting(memory: AgentMemory): string[] {
  return [...new Set(Object.values(memory.asked))].filter(
    (id) => (memory.outcomes[id] ?? "pending") === "pending",
  );
}

async function lookAgain(agent: Agent, memory: AgentMemory): Promise<AgentMemory | "stop"> {
  const news: Record<string, string> = {};
  for (const id of waiting(memory)) {
    const { status, body } = await agent.talk("GET", `/approvals/${id}`);
    if (status === 401) {
      agent.log("warn", "The agent's token is not valid any more; the agent stops");
      return "stop";
    }
    const approval = body.approval as { status?: string } | undefined;
    if (status === 404) news[id] = "gone";
    else if (status === 200 && approval?.status && approval.status !== "pending") news[id] = approval.status;
  }
  if (Object.keys(news).length === 0) return memory;
  return agent.memory.change((now) => ({ ...now, outcomes: { ...now.outcomes, ...news } }));
}

async function takeStep(agent: Agent, memory: AgentMemory): Promise<Next> {
  const { step, skipped } = nextStep([...STORY, ...VARIATIONS], memory);
  if (!step) return { afterMs: agent.stepMs * SLOW_FACTOR };
  const asked = await ask(agent.talk, step.ask);
  if (asked.outcome === "later") return { backOff: true, atLeastMs: 0 };
  const done = [...skipped, step.key];
  // The capture is on disk before it is sent: a kill in between loses none.
  const now = await agent.memory.change((before) => {
    const after = { ...before, done: [...before.done, ...done] };
    if (asked.outcome !== "approval") return after;
    const { approval, request } = asked;
    const body = { approval, ...(request ? { request } : {}), agent: { name: NAME, reason: step.reason } };
    return {
      ...after,
      asked: { ...before.asked, [step.key]: approval.id },
      captures: [...before.captures, { approvalId: approval.id, body }],
    };
  });
  agent.log("info", "The agent took a step", { step: step.key, outcome: asked.outcome });
  if (now.captures.length > 0) return { afterMs: 0 };
  return { afterMs: pace(agent, now) };
}

function pace({ stepMs }: { stepMs: number }, { done }: { done: string[] }): number {
  if (done.length < QUICK_STEPS) return Math.min(stepMs, QUICK_MS);
  return STORY.every(({ key }) => done.includes(key)) ? stepMs * SLOW_FACTOR : stepMs;
}
