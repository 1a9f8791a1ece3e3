type Terms = { name: string; description: string; amount: number; dueDate?: string };

export type Ask =
  | { kind: "hire"; job: string; candidate: string; milestone: Terms }
  | { kind: "create"; contract: string; name: string; description: string; amountUsd: number }
  | { kind: "fund" | "release"; contract: string; milestone: string }
  | { kind: "end"; contract: string };

/** Not an agent's: a colleague at OpenTrain answers what was asked in an earlier step. */
type Decline = { kind: "decline"; key: string };

export type Step = {
  key: string;
  ask: Ask | Decline;
  reason: string;
  /** Asked past the inbox, by the agent whose address cannot be changed, and handed over. */
  isTold?: true;
  /** Waits for what became of an earlier step; another outcome skips this one. */
  after?: { key: string; was: "confirmed" | "refused" | "settled" | "asked" };
};

type Readiness = "ready" | "wait" | "skip";

type Progress = { done: string[]; asked: Record<string, string>; outcomes: Record<string, string> };

function readiness(step: Step, progress: Progress): Readiness {
  if (!step.after) return "ready";
  const { key, was } = step.after;
  const approvalId = progress.asked[key];
  if (approvalId === undefined) return progress.done.includes(key) ? "skip" : "wait";
  if (was === "asked") return "ready";
  const outcome = progress.outcomes[approvalId] ?? "pending";
  if (outcome === "pending") return "wait";
  const refused = outcome === "declined" || outcome === "expired";
  const fits = was === "settled" || (was === "refused" ? refused : outcome === was);
  return fits ? "ready" : "skip";
}

export function nextStep(steps: Step[], progress: Progress): { step: Step | undefined; skipped: string[] } {
  const skipped: string[] = [];
  for (const step of steps) {
    if (progress.done.includes(step.key)) continue;
    const ready = readiness(step, { ...progress, done: [...progress.done, ...skipped] });
    if (ready === "ready") return { step, skipped };
    if (ready === "skip") skipped.push(step.key);
  }
  return { step: undefined, skipped };
}
