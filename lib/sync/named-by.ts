import { isEndStatus, type Settlement } from "@/lib/domain/standing";
import type { UpstreamEvent } from "@/lib/opentrain/map";

export type Named = {
  approvalIds: string[];
  contractIds: string[];
  /** By approval, how it ended. */
  settlements: Map<string, Settlement>;
  movesMoney: boolean;
};

const moneyTypes = new Set(["approval.confirmed", "contract.created", "milestone.status_changed"]);

/** What a page of the feed says to look at, each once, in the order it was named. */
export function namedBy(events: UpstreamEvent[]): Named {
  return {
    approvalIds: distinct(events.map(({ approvalId }) => approvalId)),
    contractIds: distinct(events.map(({ contractId }) => contractId)),
    settlements: settlementsIn(events),
    movesMoney: events.some(({ type }) => moneyTypes.has(type)),
  };
}

/** Told of every end, whatever its name. A confirmation stands, whatever is told beside it. */
function settlementsIn(events: UpstreamEvent[]): Map<string, Settlement> {
  const settlements = new Map<string, Settlement>();
  for (const { type, approvalId, status, createdAt } of events) {
    if (type !== "approval.confirmed" || approvalId === null || status === "pending") continue;
    if (settlements.get(approvalId)?.status === "confirmed") continue;
    settlements.set(approvalId, { status: isEndStatus(status) ? status : null, at: createdAt });
  }
  return settlements;
}

function distinct(ids: (string | null)[]): string[] {
  return [...new Set(ids.filter((id) => id !== null))];
}
