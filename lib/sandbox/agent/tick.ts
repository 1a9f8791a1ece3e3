import { errorText, type Log } from "../log";
import type { AgentMemory } from "../state/shapes";
import { type Asked, ask } from "./ask";
import type { Colleague } from "./colleague";
import { handOver } from "./hand-over";
import type { Memory } from "./memory";
import { nextStep, type Step } from "./step";
import { STORY } from "./story";
import { NobodyThere, NotPassedOn, type Talk } from "./talk";
import { VARIATIONS } from "./variations";

export type Agent = {
  memory: Memory;
  /** The agent that works through the inbox, and the one that asks past it and hands over. */
  through: Talk;
  past: Talk;
  colleague: Colleague;
  inbox: { inboxUrl: string; captureKey: string };
  log: Log;
  signal: AbortSignal;
  stepMs: number;
};

/** How long until the next look, or the end. */
type Next = { afterMs: number } | { backOff: true; atLeastMs: number } | "stop";

const AT_MOST_WAITING = 5;
const QUICK_STEPS = 9;
const QUICK_MS = 600;
/** A colleague reads before deciding. */
const COLLEAGUE_MS = 3000;
const SLOW_FACTOR = 6;
export const NAMES = { through: "label-agent", past: "payout-agent" } as const;

/** One thing at a time: hand over what is still to be handed over, look what became of it, then ask the next. */
export async function tick(agent: Agent): Promise<Next> {
  const memory = await agent.memory.read();
  if (memory.stopped) return "stop";
  try {
    const [capture] = memory.captures;
    return await (capture ? handOverFirst(agent, capture) : goOn(agent, memory));
  } catch (error) {
    if (error instanceof NotPassedOn) return askWhether(agent);
    if (!(error instanceof NobodyThere)) throw error;
    agent.log("debug", "The inbox cannot be reached yet", { error: errorText(error) });
    return { backOff: true, atLeastMs: 0 };
  }
}

async function goOn(agent: Agent, memory: AgentMemory): Promise<Next> {
  const looked = await lookAgain(agent, memory);
  if (looked === "stop") return "stop";
  if (waiting(looked).length >= AT_MOST_WAITING) return { afterMs: agent.stepMs };
  return takeStep(agent, looked);
}

/** Not passed on may mean not yet; only the inbox knows whether it is over. */
async function askWhether(agent: Agent): Promise<Next> {
  const answer = await handOver(agent.inbox, { test: true }, agent.signal).catch(() => null);
  return answer === "closed" ? stopForGood(agent) : { backOff: true, atLeastMs: 0 };
}

async function stopForGood(agent: Agent): Promise<"stop"> {
  await agent.memory.change((memory) => ({ ...memory, stopped: true }));
  agent.log("info", "The inbox has closed this workspace; the agent stops");
  return "stop";
}

async function handOverFirst(agent: Agent, capture: AgentMemory["captures"][number]): Promise<Next> {
  const answer = await handOver(agent.inbox, capture.body, agent.signal);
  if (answer === "closed") return stopForGood(agent);
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
    const { status, body } = await agent.through({ method: "GET", path: `/approvals/${id}` });
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
  const asked = await carryOut(agent, step, memory);
  if (asked.outcome === "later") return { backOff: true, atLeastMs: 0 };
  const done = [...skipped, step.key];
  // The capture is on disk before it is sent: a kill in between loses none.
  const now = await agent.memory.change((before) => {
    const after = { ...before, done: [...before.done, ...done] };
    if (asked.outcome !== "approval") return after;
    const { approval, request, isKept } = asked;
    const name = step.isTold ? NAMES.past : NAMES.through;
    const body = { approval, ...(request ? { request } : {}), agent: { name, reason: step.reason } };
    return {
      ...after,
      asked: { ...before.asked, [step.key]: approval.id },
      captures: isKept ? before.captures : [...before.captures, { approvalId: approval.id, body }],
    };
  });
  agent.log("info", "The agent took a step", { step: step.key, outcome: asked.outcome });
  if (now.captures.length > 0) return { afterMs: 0 };
  return { afterMs: pace(agent, now) };
}

async function carryOut(agent: Agent, step: Step, { asked }: AgentMemory): Promise<Asked> {
  if (step.ask.kind !== "decline") {
    return ask(step.isTold ? agent.past : agent.through, step.ask, step.reason);
  }
  const approvalId = asked[step.ask.key];
  if (approvalId === undefined) return { outcome: "impossible" };
  await agent.colleague.decline(approvalId);
  return { outcome: "done" };
}

function pace({ stepMs }: { stepMs: number }, memory: AgentMemory): number {
  const { done } = memory;
  if (nextStep(STORY, memory).step?.ask.kind === "decline") return Math.min(stepMs, COLLEAGUE_MS);
  if (done.length < QUICK_STEPS) return Math.min(stepMs, QUICK_MS);
  return STORY.every(({ key }) => done.includes(key)) ? stepMs * SLOW_FACTOR : stepMs;
}
