import { AppError } from "@/lib/errors";

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

  toAppError(): AppError {
    return new AppError("INTERNAL_ERROR", {
      status: this.why === "late" ? 504 : 502,
      reason: "inbox_upstream_unreachable",
      cause: this,
    });
  }
}
