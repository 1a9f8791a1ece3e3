import fc from "fast-check";
import type { Made, OpenSandbox } from "../testing/open-sandbox";

const HOUR = 3_600_000;

/** One thing that an agent, a human, a freelancer's work or time may do. */
export type Move =
  | { kind: "hire"; at: number; cents: number }
  | { kind: "create"; at: number; cents: number; volume: number }
  | { kind: "topUp"; cents: number; paid: number }
  | { kind: "use"; at: number; seconds: number; labels: number }
  | { kind: "fund" | "approve" | "end" | "decline"; at: number }
  | {
      kind: "confirm";
      at: number;
      payWith: "card" | "credits";
      settle: "release" | "refund";
      edit: number | null;
    }
  | { kind: "clock"; hours: number };

const at = fc.nat(40);
const cents = fc.integer({ min: 1, max: 60_000 });
export const move: fc.Arbitrary<Move> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({ kind: fc.constant("hire" as const), at, cents: fc.constantFrom(100, 4505) }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant("create" as const),
      at,
      cents,
      volume: fc.integer({ min: 1, max: 3000 }),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant("topUp" as const),
      cents: fc.integer({ min: 900, max: 90_000 }),
      paid: fc.nat(2),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant("use" as const),
      at,
      seconds: fc.nat(40_000),
      labels: fc.nat(2000),
    }),
  },
  { weight: 6, arbitrary: fc.record({ kind: fc.constantFrom("fund" as const, "approve" as const), at }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constantFrom("end" as const, "decline" as const), at }) },
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant("confirm" as const),
      at,
      payWith: fc.constantFrom("card" as const, "credits" as const),
      settle: fc.constantFrom("release" as const, "refund" as const),
      edit: fc.option(cents, { freq: 4 }),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant("clock" as const), hours: fc.integer({ min: 1, max: 50 }) }),
  },
);

/** How an account truly is. */
export async function truthOf(sandbox: OpenSandbox, made: Made) {
  return (await sandbox.door("GET", `/truth?accountId=${encodeURIComponent(made.accountId)}`)).body;
}
export type Truth = Awaited<ReturnType<typeof truthOf>>;

export async function play(sandbox: OpenSandbox, made: Made, truth: Truth, step: Move): Promise<void> {
  const pick = <T>(list: T[], index: number): T | undefined => list[index % Math.max(1, list.length)];
  // Ids may be anything, and nobody's address ends in "undefined".
  const part = (id: string | undefined) => encodeURIComponent(id ?? "none");
  const milestones = truth.contracts.flatMap((contract) => contract.milestones);
  const pending = truth.approvals.filter(({ status }) => status === "pending");
  const agent = (path: string, body?: unknown) => sandbox.call(made.tokens.agent, "POST", path, body);
  switch (step.kind) {
    case "hire": {
      const milestone = { name: "Batch", amount: step.cents / 100 };
      await agent(`/proposals/${part(pick(made.ids.proposals, step.at))}/hire`, {
        milestone,
        confirmNotFitOverride: true,
      });
      return;
    }
    case "create":
      await agent(`/contracts/${part(pick(truth.contracts, step.at)?.id)}/milestones`, {
        description: "More",
        ...(step.at % 3 === 0 ? { volume: step.volume / 10 } : { amountUsd: step.cents / 100 }),
      });
      return;
    case "topUp": {
      const { topUpId } = (await agent("/credits/top-ups", { amountUsd: step.cents / 100 })).body;
      for (let times = 0; times < step.paid; times++)
        await sandbox.door("POST", `/top-ups/${part(topUpId)}/pay`);
      return;
    }
    case "use": {
      const { seconds, labels } = step;
      await sandbox.door("POST", `/contracts/${part(pick(truth.contracts, step.at)?.id)}/usage`, {
        seconds,
        labels,
      });
      return;
    }
    case "fund":
    case "approve":
      await agent(`/milestones/${part(pick(milestones, step.at)?.id)}/${step.kind}`);
      return;
    case "end":
      await agent(`/contracts/${part(pick(truth.contracts, step.at)?.id)}/end`);
      return;
    case "decline":
      await sandbox.door("POST", `/approvals/${part(pick(pending, step.at)?.id)}/decline`);
      return;
    case "confirm": {
      const { payWith, settle, edit } = step;
      const approval = pick(pending, step.at);
      const edited = edit !== null &&
        approval?.type === "proposal_hire" && { milestone: { amount: edit / 100 } };
      const body = { payWith, settle, ...edited };
      await sandbox.door("POST", `/approvals/${part(approval?.id)}/confirm`, body);
      return;
    }
    case "clock":
      await sandbox.door("POST", "/clock", { accountId: made.accountId, advanceMs: step.hours * HOUR });
  }
}
