"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { addresses } from "@/components/addresses";
import { ClaimOrigin } from "@/components/apart/claims";
import { useWords } from "@/components/reader";
import { TheirWords } from "@/components/their-words";
import { Blank } from "@/components/ui/blank";
import { Button, ButtonLink } from "@/components/ui/button";
import { isApiFailure } from "@/lib/api/queries/api-failure";
import { approvalQuery } from "@/lib/api/queries/approval";
import { claimsQuery } from "@/lib/api/queries/claims";
import { openApprovalsQuery } from "@/lib/api/queries/open-approvals";
import type { ApprovalDetail, ApprovalList, Claim } from "@/lib/api/types";
import { AddWay } from "./add-way";
import { useLeftAt } from "./left-to-confirm";
import { Sheet } from "./sheet";
import { SheetSkeleton } from "./sheet-skeleton";

/** One request by its id: from the server's first paint, else from the list until its own answer is here. */
export function ApprovalPane({ id, isPage }: { id: string; isPage: boolean }) {
  const queries = useQueryClient();
  const leftAt = useLeftAt(id);
  const claim = useQuery(claimsQuery()).data?.claims.find((other) => other.id === id);
  const listed = () => fromList(queries.getQueryState<ApprovalList>(openApprovalsQuery().queryKey), id);
  const detail = useQuery({
    ...approvalQuery(id, { pollMs: leftAt === null ? 5_000 : 2_000 }),
    // While it is only told, our own read has not found it: it leaves the claims first.
    ...(claim ? { enabled: false } : {}),
    placeholderData: () => listed()?.detail,
  });
  const level = isPage ? 1 : 2;
  const isGone = detail.isError && isApiFailure(detail.error) && detail.error.status === 404;
  // Without an answer of its own, what the list said of it stands, with the age of the list.
  const isCutOff = detail.fetchStatus === "paused" || detail.isError;
  const own = detail.isPlaceholderData ? undefined : detail.data;
  const known = own
    ? { detail: own, at: detail.dataUpdatedAt }
    : detail.isPlaceholderData || (isCutOff && !isGone && !claim)
      ? listed()
      : undefined;
  if (known) {
    return <Sheet key={id} detail={known.detail} staleSince={isCutOff ? known.at : null} isPage={isPage} />;
  }
  if (claim) return <NotHere claim={claim} level={level} />;
  if (isGone) return <NotHere claim={null} level={level} />;
  if (detail.isError) return <Failed level={level} retry={() => detail.refetch()} />;
  return <SheetSkeleton />;
}

type Listed = { data: ApprovalList | undefined; dataUpdatedAt: number };

function fromList(list: Listed | undefined, id: string): { detail: ApprovalDetail; at: number } | undefined {
  const approval = list?.data?.approvals.find((other) => other.id === id);
  return approval && list && { detail: { approval, history: [], ...UNRELATED }, at: list.dataUpdatedAt };
}

/** What the list does not say comes with the request's own answer. */
const UNRELATED = {
  lineage: { older: null, newer: null, earlier: [] },
  changes: { told: [], confirmed: [] },
  around: [],
  ledger: [],
  ledgerReach: null,
} satisfies Partial<ApprovalDetail>;

/** Not in the inbox: perhaps we were told of it and could not prove it yet. */
function NotHere({ claim, level }: { claim: Claim | null; level: 1 | 2 }) {
  const words = useWords().detail;
  const said = claim ? words.claimed : words.notFound;
  return (
    <div className="px-4 pt-5 desk:px-6">
      <Blank
        isBeside
        level={level}
        title={said.title}
        action={claim ? <ButtonLink href={addresses.inbox}>{words.back}</ButtonLink> : <AddWay />}
      >
        <p>{said.text}</p>
        {claim ? (
          <>
            <p className="font-medium text-ink">
              <TheirWords text={claim.id} />
              <span className="block font-normal text-ink-3 text-small">
                <ClaimOrigin claim={claim} />
              </span>
            </p>
            <p>{claim.why}</p>
            <p>{claim.remedy}</p>
          </>
        ) : null}
      </Blank>
    </div>
  );
}

function Failed({ level, retry }: { level: 1 | 2; retry: () => void }) {
  const words = useWords();
  return (
    <div className="px-4 pt-5 desk:px-6">
      <Blank
        isBeside
        level={level}
        title={words.detail.failed.title}
        action={<Button onClick={retry}>{words.errors.retry}</Button>}
      >
        <p>{words.detail.failed.text}</p>
      </Blank>
    </div>
  );
}
