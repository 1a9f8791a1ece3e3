import { instant } from "@/lib/api/schemas/answers/approval";
import type { Summary } from "@/lib/api/types";
import { messagesFor } from "@/lib/messages";
import type { SummaryRecord } from "@/lib/services/summary/get";

/** Coverage, blocked and unanswered come with the recorder. */
export function summaryJson(record: SummaryRecord): Summary {
  const { waiting, credits, sync } = record;
  return {
    connection: record.connection,
    workspace: record.workspace,
    waiting: { ...waiting, nextExpiresAt: instant(waiting.nextExpiresAt) },
    credits: credits && {
      availableCents: credits.availableCents,
      reservedCents: credits.reservedCents,
      readAt: credits.readAt.toISOString(),
      shortfall: record.shortfall,
    },
    claims: record.claims,
    blocked: 0,
    unanswered: 0,
    quarantined: record.quarantined,
    coverage: null,
    sync: {
      state: sync.state,
      lastReadAt: instant(sync.lastReadAt),
      message: messagesFor("en").syncMessages(sync),
    },
  };
}
