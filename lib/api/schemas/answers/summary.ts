import { instant } from "@/lib/api/schemas/answers/approval";
import { type BackfillFacts, backfillJson } from "@/lib/api/schemas/answers/backfill";
import { noticeJson } from "@/lib/api/schemas/answers/connection-notice";
import type { Summary } from "@/lib/api/types";
import type { ConnectionNotice as NoticeRecord } from "@/lib/domain/connection-notices";
import type { CoverageFigure } from "@/lib/domain/coverage";
import type { CreditsRecord, Sums, SyncState } from "@/lib/domain/records";
import type { Messages } from "@/lib/messages";

type SummaryFacts = {
  connection: Omit<Summary["connection"], "notices">;
  notices: NoticeRecord[];
  workspace: { name: string } | null;
  waiting: Sums & { count: number; nextExpiresAt: Date | null };
  credits: CreditsRecord | null;
  shortfall: { minCents: number; maxCents: number; atLeast: boolean } | null;
  claims: number;
  handedOver: boolean;
  blocked: number;
  unanswered: number;
  quarantined: number;
  coverage: (CoverageFigure & { since: Date }) | null;
  backfill: BackfillFacts | null;
  hints: number;
  notStored: { from: Date; to: Date | null }[];
  sync: { state: SyncState; lastReadAt: Date | null; problem: string | null };
};

export function summaryJson(record: SummaryFacts, words: Messages): Summary {
  const { waiting, credits, sync } = record;
  return {
    connection: { ...record.connection, notices: record.notices.map(noticeJson) },
    workspace: record.workspace,
    waiting: { ...waiting, nextExpiresAt: instant(waiting.nextExpiresAt) },
    credits: credits && {
      availableCents: credits.availableCents,
      reservedCents: credits.reservedCents,
      readAt: credits.readAt.toISOString(),
      shortfall: record.shortfall,
    },
    claims: record.claims,
    handedOver: record.handedOver,
    blocked: record.blocked,
    unanswered: record.unanswered,
    quarantined: record.quarantined,
    coverage: record.coverage && { ...record.coverage, since: record.coverage.since.toISOString() },
    backfill: record.backfill && backfillJson(record.backfill, words),
    hints: record.hints,
    notStored: record.notStored.map(({ from, to }) => ({ from: from.toISOString(), to: instant(to) })),
    sync: {
      state: sync.state,
      lastReadAt: instant(sync.lastReadAt),
      message: words.connection.syncMessages(sync),
    },
  };
}
