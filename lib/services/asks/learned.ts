import { isApprovalId } from "@/lib/domain/links";
import type { UpstreamApproval } from "@/lib/domain/records";
import { blockedReason, isOpenAnswer } from "@/lib/domain/refusals";
import { withoutSecretsIn } from "@/lib/domain/secrets";
import { mapApproval } from "@/lib/opentrain/map";
import { approvalAnswer } from "@/lib/opentrain/schemas";

/** What became of one of the four actions, whatever else was in the answer. */
export type Learned =
  | { kind: "never_sent" }
  | { kind: "accepted"; approval: UpstreamApproval }
  /** It happened at once: a contract without escrow was ended. */
  | { kind: "done" }
  | { kind: "blocked"; reason: string; link: string | null }
  | { kind: "refused" }
  /** It may have been taken: only OpenTrain knows. */
  | { kind: "unknown" };

export function learnedFrom(status: number, body: unknown): Learned {
  if (isOpenAnswer(status)) return { kind: "unknown" };
  if (status < 300) {
    const approval = approvalIn(body);
    if (approval) return { kind: "accepted", approval };
    // What OpenTrain took and we could not read, nobody here knows.
    return isObject(body) && body.ok === true ? { kind: "done" } : { kind: "unknown" };
  }
  const details = isObject(body) && isObject(body.details) ? body.details : null;
  const reason = blockedReason(status, details);
  return reason === null ? { kind: "refused" } : { kind: "blocked", reason, link: linkIn(details) };
}

/** The approval in an answer; null when there is none that could be one. */
export function approvalIn(body: unknown): UpstreamApproval | null {
  const parsed = approvalAnswer.safeParse(body);
  if (!parsed.success) return null;
  const approval = mapApproval(parsed.data.approval);
  return isApprovalId(approval.id) ? approval : null;
}

/** Where OpenTrain says that it can be mended. */
function linkIn(details: Record<string, unknown> | null): string | null {
  const link = details?.billingUrl ?? details?.claimUrl ?? null;
  return typeof link === "string" && link !== "" ? withoutSecretsIn(link).slice(0, 2_000) : null;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
