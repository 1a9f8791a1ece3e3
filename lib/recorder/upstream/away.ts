import { AppError } from "@/lib/errors";

/**
 * Whether the call may be made once more. `safe`: it changed nothing at OpenTrain. `look_here`: it may have, and
 * what was asked stands in this inbox. `look_first`: it may have, and only OpenTrain knows.
 */
export type Repeat = "safe" | "look_here" | "look_first";

/** OpenTrain gave no answer: the connection failed or broke, what came was no HTTP, or it took too long. */
export class UpstreamAway extends Error {
  /** `isSent`: something may have arrived. */
  constructor(
    readonly why: "late" | "broken",
    readonly isSent: boolean,
    cause?: unknown,
  ) {
    super(`no answer from OpenTrain: ${why}`, { cause });
    this.name = "UpstreamAway";
  }

  toAppError(repeat: Repeat): AppError {
    return new AppError("INTERNAL_ERROR", {
      status: this.why === "late" ? 504 : 502,
      reason: "inbox_upstream_unreachable",
      details: { repeat },
      cause: this,
    });
  }
}
