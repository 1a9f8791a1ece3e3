import type { Step } from "./step";

const ROUNDS = 30;
const CONTRACTS = [
  "Receipt boxes Contract",
  "Dashcam boxes Contract",
  "Street signs Contract",
  "Night footage Contract",
];
const AMOUNTS = [120, 185.5, 240, 96, 310, 150.25];
const REASONS = [
  "The next slice is prepared and the guidelines are unchanged, so this can start right away.",
  "Quality held up in the last check. I would keep going while the pace is good.",
  "This covers the cases the model still gets wrong most often.",
];

/** More of the same once the story is told, for a while: another batch, its money, its release. */
export const VARIATIONS: Step[] = Array.from({ length: ROUNDS }, (_, round) => variation(round)).flat();

function variation(round: number): Step[] {
  const contract = CONTRACTS[round % CONTRACTS.length] ?? "";
  const milestone = `Extra batch ${round + 1}`;
  const amountUsd = AMOUNTS[round % AMOUNTS.length] ?? 100;
  const reason = REASONS[round % REASONS.length] ?? "";
  const key = `round-${round + 1}`;
  return [
    {
      key: `${key}-create`,
      ask: {
        kind: "create",
        contract,
        name: milestone,
        description: `${milestone} of the same kind`,
        amountUsd,
      },
      reason: "",
    },
    { key: `${key}-fund`, ask: { kind: "fund", contract, milestone }, reason },
    {
      key: `${key}-release`,
      ask: { kind: "release", contract, milestone },
      after: { key: `${key}-fund`, was: "confirmed" },
      isTold: true,
      reason: "The extra batch is in and checked. Please release the payment.",
    },
  ];
}
