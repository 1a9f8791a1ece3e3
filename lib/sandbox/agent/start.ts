import { setTimeout as sleep } from "node:timers/promises";
import { errorText, type Log } from "../log";
import type { Store } from "../state/store";
import { colleagueAt } from "./colleague";
import { memoryOf } from "./memory";
import { talkTo } from "./talk";
import { type Agent, NAMES, tick } from "./tick";

type AgentOptions = {
  store: Store;
  log: Log;
  api: string;
  token: string;
  accountId: string;
  inboxUrl: string;
  captureKey: string;
  stepMs: number;
};

const FIRST_BACK_OFF_MS = 250;
const LONGEST_BACK_OFF_MS = 5000;

export function startAgent(options: AgentOptions): { stop: () => Promise<void> } {
  const ending = new AbortController();
  const { store, log, token, inboxUrl, captureKey, stepMs } = options;
  const { signal } = ending;
  const agent: Agent = {
    memory: memoryOf(store, options.accountId),
    through: talkTo(inboxUrl, { token, name: NAMES.through, signal }),
    past: talkTo(options.api, { token, name: NAMES.past, signal }),
    colleague: colleagueAt(store),
    inbox: { inboxUrl, captureKey },
    log,
    stepMs,
    signal,
  };
  const running = run(agent).catch((error) => {
    if (!ending.signal.aborted) log("error", "The agent has stopped", { error: errorText(error) });
  });
  return {
    async stop() {
      ending.abort();
      await running;
    },
  };
}

async function run(agent: Agent): Promise<void> {
  let failures = 0;
  while (!agent.signal.aborted) {
    const next = await tick(agent).catch((error) => {
      if (!agent.signal.aborted) agent.log("warn", "The agent will try again", { error: errorText(error) });
      return { backOff: true, atLeastMs: 0 } as const;
    });
    if (next === "stop") return;
    failures = "backOff" in next ? failures + 1 : 0;
    const wait = "backOff" in next ? Math.max(next.atLeastMs, backOff(failures)) : next.afterMs;
    await sleep(wait, undefined, { signal: agent.signal }).catch(() => undefined);
  }
}

function backOff(failures: number): number {
  return Math.min(LONGEST_BACK_OFF_MS, FIRST_BACK_OFF_MS * 2 ** Math.min(failures - 1, 10));
}
