import { applyRead } from "@/lib/domain/apply-read";
import type { ReadProblemCode, UpstreamApproval } from "@/lib/domain/records";
import { isApprovalStatus } from "@/lib/domain/standing";
import { storableInstant } from "@/lib/services/approvals/storable-instant";

/**
 * A new read over what was known. A settled one never opens again, and only a confirmation overrules another
 * end, since then money has moved.
 */
export function mergeRead(
  known: UpstreamApproval | null,
  read: UpstreamApproval,
): { approval: UpstreamApproval; problem: ReadProblemCode | null } {
  const isOverruled =
    known !== null && isSettled(known) && read.status !== known.status && read.status !== "confirmed";
  const said = { ...read, ...storableInstants(read) };
  const heard = isOverruled && isSettled(read) ? { ...said, ...ending(known) } : said;
  const { approval, problem } = applyRead(known, heard);
  return { approval: withContract(approval), problem };
}

function isSettled({ status }: UpstreamApproval): boolean {
  return isApprovalStatus(status) && status !== "pending";
}

function ending({ status, resolvedAt, result }: UpstreamApproval) {
  return { status, resolvedAt, result };
}

function storableInstants({ createdAt, expiresAt, resolvedAt }: UpstreamApproval) {
  return {
    createdAt: storableInstant(createdAt),
    expiresAt: storableInstant(expiresAt),
    resolvedAt: storableInstant(resolvedAt),
  };
}

/** A confirmed hire names its contract in the result; that is where it belongs from then on. */
function withContract(approval: UpstreamApproval): UpstreamApproval {
  const contractId = approval.contractId ?? approval.result?.contractId;
  return typeof contractId === "string" && contractId !== "" ? { ...approval, contractId } : approval;
}
