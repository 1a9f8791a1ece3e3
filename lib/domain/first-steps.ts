export type StepName = "connect" | "call" | "request";
export const STEPS = ["connect", "call", "request"] as const satisfies readonly StepName[];

/** What is really there; nobody ticks a step off. */
export type FirstFacts = {
  connection: "none" | "sandbox" | "real" | "disconnected";
  hasCaller: boolean;
  hasRequest: boolean;
};

export type FirstSteps = { done: Record<StepName, boolean>; count: number; areAll: boolean };

/** The sandbox is somewhere to try things, not an account that was connected. */
export function firstSteps({ connection, hasCaller, hasRequest }: FirstFacts): FirstSteps {
  const done = { connect: connection === "real", call: hasCaller, request: hasRequest };
  const count = STEPS.filter((name) => done[name]).length;
  return { done, count, areAll: count === STEPS.length };
}
