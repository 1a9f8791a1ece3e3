"use client";

import { memo } from "react";
import { addresses } from "@/components/addresses";
import { Amount } from "@/components/approvals/amount";
import { RequestName } from "@/components/approvals/request-name";
import { useDomainWords, useReader, useWords } from "@/components/reader";
import { StatusTag } from "@/components/status/status-tag";
import { TheirWords } from "@/components/their-words";
import { WarningIcon } from "@/components/ui/icons";
import { Link } from "@/components/ui/link";
import { Tag } from "@/components/ui/tag";
import type { Approval } from "@/lib/api/types";
import { formatTime } from "@/lib/messages/format-calendar";
import { HowItWent } from "./how-it-went";

/** One settled request: what came of it, what it was, who had a hand in it, what it moved. */
export const HistoryRow = memo(function HistoryRow({
  approval,
  search,
  cursor = null,
}: {
  approval: Approval;
  /** The list it stands in, to lead back there. */
  search: string;
  cursor?: string | null;
}) {
  const words = useWords().history;
  const place = approval.jobTitle ?? approval.contractTitle;
  const isMoved = approval.phase === "confirmed";
  return (
    <div className="border-b">
      <Link
        href={addresses.approvalFromHistory(approval.id, search, cursor)}
        data-row={approval.id}
        className="grid min-h-touch scroll-mt-strip grid-cols-[minmax(0,1fr)_auto] items-start gap-x-3 py-3 hover:bg-wash pad:-mx-3 pad:grid-cols-history pad:px-3"
      >
        <SettledTime approval={approval} className="hidden pt-px text-ink-3 text-small pad:block" />
        <span className="min-w-0">
          <span className="line-clamp-2">
            <RequestName approval={approval} />
          </span>
          <span className="flex flex-wrap items-center gap-x-2 gap-y-1 text-ink-2 text-small">
            <span className="pad:hidden">
              <StatusTag phase={approval.phase} />
            </span>
            <SettledTime approval={approval} className="text-ink-3 pad:hidden" />
            <span className="line-clamp-3">
              {place && place !== approval.title ? (
                <>
                  <TheirWords text={place} />
                  {" · "}
                </>
              ) : null}
              <HowItWent approval={approval} />
            </span>
            {approval.differences.length > 0 ? <Tag tone="soon">{words.termsChanged}</Tag> : null}
            <Alarm approval={approval} />
            {approval.trace === "missing" ? (
              <Tag tone="last">
                <WarningIcon />
                {words.noTrace}
              </Tag>
            ) : null}
          </span>
        </span>
        <span className="hidden pad:block">
          <StatusTag phase={approval.phase} />
        </span>
        <span className="text-end">
          <span className={`block ${isMoved ? "font-semibold" : "text-ink-3"}`}>
            <Amount money={approval.money} isSettled />
          </span>
          <span className="block text-caption text-ink-3">
            <MovedOrNot approval={approval} />
          </span>
        </span>
      </Link>
    </div>
  );
});

/** Two requests for one hire, and the older one counts: somebody has to look. */
function Alarm({ approval: { replacedButConfirmed, confirmedInstead } }: { approval: Approval }) {
  const { alarm } = useWords().detail.lineage;
  if (!replacedButConfirmed && confirmedInstead === null) return null;
  return (
    <Tag tone="last">
      <WarningIcon />
      {replacedButConfirmed ? alarm.historyOlder : alarm.row}
    </Tag>
  );
}

function MovedOrNot({ approval: { money, phase } }: { approval: Approval }) {
  const words = useWords().history;
  const domain = useDomainWords();
  if (phase === "superseded") return words.replaced;
  if (phase !== "confirmed") return words.notMoved[money.kind];
  return money.maxTotalCents === money.totalCents ? domain.money.caption(money, phase) : words.plusFee;
}

function SettledTime({ approval: { settledAt }, className }: { approval: Approval; className: string }) {
  const { timeZone } = useReader();
  if (settledAt === null) return <span className={className} />;
  return (
    <time dateTime={settledAt} className={className}>
      {formatTime(new Date(settledAt), timeZone)}
    </time>
  );
}
