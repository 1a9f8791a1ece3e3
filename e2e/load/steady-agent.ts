import { setTimeout as pause } from "node:timers/promises";
import type { Stack } from "../stack/start-stack";

export type SteadyAgent = { told: () => string[]; stop: () => Promise<void> };

/** An agent that tells of one request after the other and repeats each until it is acknowledged. */
export function startSteadyAgent(stack: Stack): SteadyAgent {
  const told: string[] = [];
  let isOver = false;
  const tell = async (id: string) => {
    const answer = await fetch(`${stack.web}/api/capture`, {
      method: "POST",
      headers: { authorization: `Bearer ${stack.captureKey}`, "content-type": "application/json" },
      body: JSON.stringify({ id }),
    }).catch(() => null);
    return answer?.status === 202;
  };
  const work = async () => {
    for (let count = 0; !isOver; count += 1) {
      const id = `apr_steady_${count}`;
      while (!(await tell(id))) await pause(20);
      told.push(id);
      await pause(150);
    }
  };
  const running = work();
  return {
    told: () => told,
    async stop() {
      isOver = true;
      await running;
    },
  };
}

/** Asks every 20 ms and keeps the longest time in which nobody answered. */
export function watchAnswers(web: string): { stop: () => Promise<{ longestGapMs: number; asked: number }> } {
  let [isOver, asked, lastAnswer, longestGapMs] = [false, 0, Date.now(), 0];
  const ask = async () => {
    asked += 1;
    const answer = await fetch(`${web}/api/health`).catch(() => null);
    if (!answer?.ok) return;
    await answer.arrayBuffer();
    longestGapMs = Math.max(longestGapMs, Date.now() - lastAnswer);
    lastAnswer = Date.now();
  };
  const work = async () => {
    while (!isOver) {
      await Promise.race([ask(), pause(500)]);
      await pause(20);
    }
  };
  const running = work();
  return {
    async stop() {
      isOver = true;
      await running;
      return { longestGapMs, asked };
    },
  };
}
