"use client";

import { useQuery } from "@tanstack/react-query";
import { addresses } from "@/components/addresses";
import { Amount } from "@/components/approvals/amount";
import { RequestName } from "@/components/approvals/request-name";
import { useWords } from "@/components/reader";
import { StatusTag } from "@/components/status/status-tag";
import { useClockSync } from "@/components/time/clock";
import { When } from "@/components/time/instant";
import { TimeLeft } from "@/components/time/time-left";
import { usePhase } from "@/components/time/use-phase";
import { Link } from "@/components/ui/link";
import { Phrase } from "@/components/ui/phrase";
import { Section } from "@/components/ui/section";
import { Skeleton } from "@/components/ui/skeleton";
import { contractRequestsQuery } from "@/lib/api/queries/contract-requests";
import type { Approval, ApprovalList } from "@/lib/api/types";
import { isOpenPhase } from "@/lib/domain/phase";

/** Every request made on the contract, the newest first; older ones are one link away. */
export function ContractRequests({ contractId, cursor }: { contractId: string; cursor: string | null }) {
  const words = useWords();
  const list = useQuery(contractRequestsQuery(contractId, cursor));
  useClockSync(list.data?.asOf, list.dataUpdatedAt);
  const count = list.data?.totals?.count;
  return (
    <Section
      title={words.contracts.requests}
      aside={
        count === undefined || count === 0 ? null : (
          <span className="text-ink-3">{words.contracts.requestsCount(count)}</span>
        )
      }
    >
      {list.data ? (
        <Requests list={list.data} contractId={contractId} cursor={cursor} />
      ) : list.isError ? (
        <p className="text-ink-2">{words.contracts.failedRequests}</p>
      ) : (
        <div role="status" aria-busy="true" className="border-t pt-4">
          <span className="sr-only">{words.app.loading}</span>
          <Skeleton className="h-6" />
        </div>
      )}
    </Section>
  );
}

function Requests({
  list: { approvals, nextCursor },
  contractId,
  cursor,
}: {
  list: ApprovalList;
  contractId: string;
  cursor: string | null;
}) {
  const words = useWords().contracts;
  if (approvals.length === 0 && cursor === null) return <p className="text-ink-2">{words.noRequests}</p>;
  const page = "inline-flex min-h-touch items-center font-medium text-pen underline-offset-4 hover:underline";
  return (
    <>
      <ul className="border-t">
        {approvals.map((approval) => (
          <Request key={approval.id} approval={approval} />
        ))}
      </ul>
      <p className="flex gap-5 print:hidden">
        {cursor === null ? null : (
          <Link href={addresses.contract(contractId)} className={page}>
            {words.newest}
          </Link>
        )}
        {nextCursor === null ? null : (
          <Link href={addresses.contractAt(contractId, nextCursor)} className={page}>
            {words.older}
          </Link>
        )}
      </p>
    </>
  );
}

function Request({ approval }: { approval: Approval }) {
  const words = useWords().contracts;
  const phase = usePhase(approval);
  const isOpen = isOpenPhase(phase);
  const at = approval.resolvedAt ?? approval.createdAt;
  return (
    <li className="border-b">
      <Link
        href={addresses.approval(approval.id)}
        data-row={approval.id}
        className="grid min-h-touch grid-cols-[minmax(0,1fr)_auto] items-center gap-x-4 py-3 hover:bg-wash focus-visible:-outline-offset-2 pad:-mx-3 pad:px-3"
      >
        <span className="min-w-0">
          <RequestName approval={approval} />
          <span className="mt-1 flex flex-wrap items-center gap-x-3 gap-y-1 text-ink-2 text-small">
            <StatusTag phase={phase} />
            {isOpen && approval.expiresAt !== null && phase !== "past_due" ? (
              <span>
                <Phrase text={words.left} left={<TimeLeft {...approval} phase={phase} />} />
              </span>
            ) : at === null ? null : approval.resolvedAt === null ? (
              <span>
                <Phrase text={words.asked} when={<When at={at} />} />
              </span>
            ) : (
              <When at={at} />
            )}
          </span>
        </span>
        <Asked approval={approval} isOpen={isOpen} />
      </Link>
    </li>
  );
}

/** A fund costs what it says and a fee OpenTrain names only when it is confirmed. */
function Asked({ approval: { money }, isOpen }: { approval: Approval; isOpen: boolean }) {
  const { contracts, rows } = useWords();
  const { totalCents, maxTotalCents } = money;
  const isFeeOpen = isOpen && totalCents !== null && (maxTotalCents ?? 0) > totalCents;
  return (
    <span className="min-w-7 text-end">
      <span className="block font-semibold">
        {isFeeOpen ? (
          <span className="font-normal text-ink-2 text-small">{`${contracts.atLeast} `}</span>
        ) : null}
        <Amount money={money} isExplained isSettled={!isOpen} />
      </span>
      {isFeeOpen ? <span className="block text-caption text-ink-2">{rows.feeShown}</span> : null}
    </span>
  );
}
