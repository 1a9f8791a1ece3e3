import type { ReadProblemCode } from "@/lib/domain/records";
import type { OpenTrainFailure } from "@/lib/opentrain/failures";

/** A refused token is the connection's trouble; to the request it is a read that did not come about. */
export function problemOfFailure(failure: OpenTrainFailure): ReadProblemCode {
  if (failure.kind === "garbled") return "garbled";
  if (failure.kind === "unreachable" || failure.why === "unauthorized") return "unreachable";
  return failure.why === "not_found" ? "not_visible" : "scope";
}
