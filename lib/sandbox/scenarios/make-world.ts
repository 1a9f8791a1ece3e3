import { DEFAULT_GUESSES } from "../guesses";
import { topUp } from "../money/top-up";
import type { MilestoneState } from "../state/shapes";
import type { Transaction } from "../state/transaction";
import { playDemo } from "./demo";
import { playEmpty } from "./empty";
import { type Classes, playHostile } from "./hostile";
import { playLarge } from "./large";
import { type AccountOptions, type MadeAccount, makeAccount } from "./make-account";
import { Stage } from "./stage";

export const SCENARIOS = ["empty", "demo", "large", "hostile"] as const;
type Scenario = (typeof SCENARIOS)[number];

type WorldOptions = AccountOptions & { scenario: Scenario; creditsCents: number | undefined };

const DEMO_CREDITS_CENTS = 61_200;

export function makeWorld(tx: Transaction, options: WorldOptions): MadeAccount & { classes: Classes } {
  // The past was lived by the documented rules; the switches count from now on. Only ids are for good.
  const { oddIds } = options.guesses;
  const past = { ...DEFAULT_GUESSES, oddIds };
  const made = makeAccount(tx, { ...options, claimed: true, card: true, guesses: past });
  const { id } = made.account;
  const agentToken = tx.of("tokens", id).find((token) => token.seat === "agent");
  const stage = new Stage(tx, id, agentToken?.id ?? "");
  const wanted = options.creditsCents ?? (options.scenario === "demo" ? DEMO_CREDITS_CENTS : 0);
  const classes = play(stage, options.scenario, wanted);
  const rest = wanted - tx.account(id).availableCents;
  if (rest > 0) topUp(tx, id, rest);
  const { claimed, card, guesses } = options;
  const account = tx.put("accounts", { ...tx.account(id), claimed, card, guesses });
  return { ...made, account, classes };
}

function play(stage: Stage, scenario: Scenario, creditsCents: number): Classes {
  switch (scenario) {
    case "demo":
      playDemo(stage, creditsCents);
      return {};
    case "large":
      playLarge(stage);
      return {};
    case "hostile":
      return playHostile(stage);
    case "empty":
      playEmpty(stage);
      return {};
  }
}

const STATE_ORDER: MilestoneState[] = ["not_funded", "funded", "released", "cancelled", "refunded"];

/** Milestones come by state: not funded, funded, handed in, released, cancelled, refunded. */
export function idsOf(tx: Transaction, accountId: string) {
  const ids = (table: "jobs" | "proposals" | "contracts") => tx.of(table, accountId).map((row) => row.id);
  const milestones = tx
    .of("milestones", accountId)
    .map((row) => ({ id: row.id, rank: STATE_ORDER.indexOf(row.state) * 2 + (row.handedIn ? 1 : 0) }))
    .sort((a, b) => a.rank - b.rank)
    .map((row) => row.id);
  return { jobs: ids("jobs"), proposals: ids("proposals"), contracts: ids("contracts"), milestones };
}
