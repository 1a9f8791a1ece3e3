"use client";

import { useQueries } from "@tanstack/react-query";
import { addresses } from "@/components/addresses";
import { Amount } from "@/components/approvals/amount";
import { RequestName } from "@/components/approvals/request-name";
import { useWords } from "@/components/reader";
import { StatusTag } from "@/components/status/status-tag";
import { TheirWords } from "@/components/their-words";
import { Link } from "@/components/ui/link";
import { approvalQuery } from "@/lib/api/queries/approval";
import type { Approval } from "@/lib/api/types";
import { isOpenPhase } from "@/lib/domain/phase";

/** So many are shown with their names; the others by their id. */
const NAMED = 20;

/** Every request made on the contract. The address is there before the rest is known. */
export function ContractRequests({ ids }: { ids: readonly string[] }) {
  const words = useWords().contracts;
  const details = useQueries({
    queries: ids.slice(0, NAMED).map((id) => approvalQuery(id, { pollMs: 15_000 })),
  });
  if (ids.length === 0) return <p className="text-ink-2">{words.noRequests}</p>;
  return (
    <ul className="border-t">
      {ids.map((id, index) => {
        const approval = details[index]?.data?.approval;
        return (
          <li key={id} className="border-b">
            <Link
              href={addresses.approval(id)}
              className="flex min-h-touch flex-wrap items-center justify-between gap-x-4 gap-y-1 py-3 hover:bg-wash pad:-mx-3 pad:px-3"
            >
              <span>{approval ? <RequestName approval={approval} /> : <TheirWords text={id} />}</span>
              {approval ? (
                <span className="ms-auto flex items-center gap-3">
                  <StatusTag phase={approval.phase} />
                  <Asked approval={approval} />
                </span>
              ) : null}
            </Link>
          </li>
        );
      })}
    </ul>
  );
}

/** A fund costs what it says and a fee OpenTrain names only when it is confirmed. */
function Asked({ approval: { money, phase } }: { approval: Approval }) {
  const { contracts, rows } = useWords();
  const { totalCents, maxTotalCents } = money;
  const isFeeOpen = isOpenPhase(phase) && totalCents !== null && (maxTotalCents ?? 0) > totalCents;
  return (
    <span className="min-w-7 text-end">
      <span className="block font-semibold">
        {isFeeOpen ? (
          <span className="font-normal text-ink-2 text-small">{`${contracts.atLeast} `}</span>
        ) : null}
        <Amount money={money} isExplained isSettled={!isOpenPhase(phase)} />
      </span>
      {isFeeOpen ? <span className="block text-caption text-ink-2">{rows.feeShown}</span> : null}
    </span>
  );
}
