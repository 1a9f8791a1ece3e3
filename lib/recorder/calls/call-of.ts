import type { Action } from "@/lib/domain/actions";
import { decodedSegmentsOf, segmentsOf } from "@/lib/recorder/calls/segments-of";

/** What a call is to us: one of the four that a human must confirm, a read of an approval, or neither. */
export type Call =
  | { kind: "asks"; action: Action; subjectId: string }
  | { kind: "reads"; approvalId: string }
  | { kind: "other" };

const actions: Record<string, Action> = {
  "proposals/hire": "hire",
  "milestones/fund": "fund",
  "milestones/approve": "release",
  "contracts/end": "end",
};
const other: Call = { kind: "other" };

/** `path` stays below `prefix`. Asking is read generously: what is taken for it is only looked after better. */
export function callOf(method: string | undefined, path: string, prefix: string): Call {
  if (method === "GET") {
    const [noun, id, ...more] = segmentsOf(path, prefix);
    return noun === "approvals" && id && more.length === 0 ? { kind: "reads", approvalId: id } : other;
  }
  if (method !== "POST") return other;
  return asked(segmentsOf(path, prefix)) ?? asked(decodedSegmentsOf(path, prefix)) ?? other;
}

function asked([noun, subjectId, verb, ...more]: string[]): Call | null {
  const action = actions[`${noun}/${verb}`.toLowerCase()];
  return action && subjectId && more.length === 0 ? { kind: "asks", action, subjectId } : null;
}
