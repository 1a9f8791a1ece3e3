import { instant } from "@/lib/api/schemas/answers/approval";
import { termChanges } from "@/lib/api/schemas/answers/term-changes";
import type { ApprovalDetail, Neighbour, RelatedRequest } from "@/lib/api/types";
import { phaseOf } from "@/lib/domain/phase";
import type { ApprovalRecord, Family } from "@/lib/domain/records";
import { settledAt } from "@/lib/domain/standing";
import { askedTerms } from "@/lib/domain/terms";

export function lineageJson(
  approval: ApprovalRecord,
  { older, newer, earlier }: Family,
  now: Date,
): ApprovalDetail["lineage"] {
  return {
    older: older && neighbour(older, [older, approval], now),
    newer: newer && neighbour(newer, [approval, newer], now),
    earlier: earlier.map((record) => related(record, now)),
  };
}

function neighbour(
  record: ApprovalRecord,
  [older, newer]: [ApprovalRecord, ApprovalRecord],
  now: Date,
): Neighbour {
  const [before, after] = [askedTerms(older), askedTerms(newer)];
  return { ...related(record, now), changes: before && after ? termChanges(before, after) : null };
}

function related(record: ApprovalRecord, now: Date): RelatedRequest {
  const isOpen = record.status === "pending";
  return {
    id: record.id,
    phase: phaseOf(record, now),
    createdAt: instant(record.createdAt),
    settledAt: isOpen ? null : instant(settledAt(record)),
  };
}
