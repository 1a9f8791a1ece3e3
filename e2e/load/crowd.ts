import { setTimeout as pause } from "node:timers/promises";
import { Agent } from "../fixtures/agent";
import { Human } from "../fixtures/human";
import type { Stack } from "../stack/start-stack";

/** What was promised to the crowd: by OpenTrain with its 202, by the inbox with its own. */
export type Promised = {
  asked: Set<string>;
  listed: Set<string>;
  claimed: Set<string>;
  settled: Map<string, "confirmed" | "declined">;
};

export type Crowd = { promised: Promised; acknowledged: () => number; stop: () => Promise<void> };

/** Several agents asking and telling as fast as they are answered, somebody deciding now and then. */
export function sendCrowd(stack: Stack, promised: Promised, below: (limit: number) => number): Crowd {
  let isOver = false;
  let acknowledged = 0;
  const agent = new Agent(stack);
  const human = new Human(stack);

  const tell = async (body: { approval: { id: string } } | { id: string }) => {
    const id = "approval" in body ? body.approval.id : body.id;
    const told = await agent.capture({ ...body, agent: { name: "load", reason: "Under load." } });
    if (told.status === 429) return void (await pause(250));
    if (told.status !== 202) throw new Error(`capture answered ${told.status} ${JSON.stringify(told.body)}`);
    (told.body.state === "listed" ? promised.listed : promised.claimed).add(id);
    acknowledged += 1;
  };
  const funder = async (contract: string, index: number) => {
    const name = `Load ${index} ${below(1_000_000_000)}`;
    const asked = await agent.fund((await agent.newMilestone(name, 1 + below(900), contract)).id);
    promised.asked.add(asked.id);
    await tell({ approval: asked });
    if (below(3) === 0) await tell({ approval: asked });
  };
  const stranger = () => tell({ id: `apr_unknown_${below(1_000_000_000)}` });
  const decider = async () => {
    const open = [...promised.listed].filter((id) => !promised.settled.has(id));
    const id = open[below(open.length)];
    await pause(40);
    if (!id) return;
    const outcome = below(2) === 0 ? "confirmed" : "declined";
    const deciding = outcome === "confirmed" ? human.confirm(id, { payWith: "card" }) : human.decline(id);
    // Decided before, when the answer was cut off.
    await deciding.then(
      () => promised.settled.set(id, outcome),
      (error: Error) => (error.message.includes(": 409 ") ? undefined : Promise.reject(error)),
    );
  };

  const repeat = async (step: () => Promise<unknown>, everyMs: number) => {
    while (!isOver) {
      // When the axe falls, whatever was on its way was promised to nobody.
      await step().catch((error) => (isCut(error) ? undefined : Promise.reject(error)));
      await pause(everyMs);
    }
  };
  const work = async () => {
    const contracts = await agent.contracts();
    const contract = (index: number) => contracts[index % contracts.length]?.id ?? "";
    await Promise.all([
      ...[0, 1, 2, 3].map((index) => repeat(() => funder(contract(index), index), 5)),
      repeat(stranger, 400),
      repeat(decider, 60),
    ]);
  };
  let fault: unknown = null;
  const running = work().catch((error) => {
    if (!isCut(error)) fault = error;
  });
  const stop = async () => {
    isOver = true;
    await running;
    if (fault) throw fault;
  };
  return { promised, acknowledged: () => acknowledged, stop };
}

/** The connection broke or nobody answers: fetch says so with a TypeError. */
function isCut(error: unknown): boolean {
  return error instanceof TypeError || (error instanceof Error && error.name === "AbortError");
}
