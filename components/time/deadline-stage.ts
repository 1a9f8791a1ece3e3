const MINUTE_MS = 60_000;

export type DeadlineStage = "six" | "one" | "ten" | "over";

/** Which threshold was passed last; null before the first. */
export function deadlineStage(leftMs: number): DeadlineStage | null {
  if (leftMs <= 0) return "over";
  if (leftMs < 10 * MINUTE_MS) return "ten";
  if (leftMs < 60 * MINUTE_MS) return "one";
  return leftMs < 360 * MINUTE_MS ? "six" : null;
}
