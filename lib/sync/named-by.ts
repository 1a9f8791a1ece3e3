import type { UpstreamEvent } from "@/lib/opentrain/map";

export type Named = { approvalIds: string[]; contractIds: string[]; movesMoney: boolean };

const moneyTypes = new Set(["approval.confirmed", "contract.created", "milestone.status_changed"]);

/** What a page of the feed says to look at, each once, in the order it was named. */
export function namedBy(events: UpstreamEvent[]): Named {
  return {
    approvalIds: distinct(events.map(({ approvalId }) => approvalId)),
    contractIds: distinct(events.map(({ contractId }) => contractId)),
    movesMoney: events.some(({ type }) => moneyTypes.has(type)),
  };
}

function distinct(ids: (string | null)[]): string[] {
  return [...new Set(ids.filter((id) => id !== null))];
}
