"use client";

import { useQueryClient } from "@tanstack/react-query";
import Link from "next/link";
import { addresses } from "@/components/addresses";
import { useDomainWords, useWords } from "@/components/reader";
import { Notice } from "@/components/ui/notice";
import { openApprovalsQuery } from "@/lib/api/queries/open-approvals";
import type { Approval, ApprovalList } from "@/lib/api/types";
import { isOpenPhase } from "@/lib/domain/phase";
import type { Phase } from "@/lib/domain/records";
import { onSameEscrow } from "@/lib/domain/same-escrow";
import { standingIn } from "./facts-of";

/** Which requests came before and after this one for the same thing, and which decide on the same money. */
export function Lineage({ approval, phase }: { approval: Approval; phase: Phase }) {
  const words = useWords().detail.lineage;
  const domain = useDomainWords();
  const { supersedes, supersededBy, askedAgain, replacedButConfirmed } = approval;
  return (
    <>
      {replacedButConfirmed ? (
        <Notice tone="alert" title={domain.replacedButConfirmed}>
          {supersededBy ? <To id={supersededBy} label={words.newer} /> : null}
        </Notice>
      ) : supersededBy ? (
        <Notice tone={isClosed(approval) ? "plain" : "alert"}>
          <p>
            {words.supersededBy[isClosed(approval) ? "closed" : "open"]}{" "}
            <To id={supersededBy} label={words.newer} />
          </p>
        </Notice>
      ) : null}
      {supersedes ? (
        <Notice>
          <p>
            {words.supersedes} <To id={supersedes} label={words.older} />
          </p>
        </Notice>
      ) : null}
      {askedAgain ? (
        <Notice>
          <p>
            {words.askedAgain(askedAgain.count + 1)} <To id={askedAgain.previousId} label={words.older} />
          </p>
        </Notice>
      ) : null}
      {isOpenPhase(phase) ? <SameEscrow approval={approval} /> : null}
    </>
  );
}

/** Only of what the list beside it holds already. */
function SameEscrow({ approval }: { approval: Approval }) {
  const words = useWords().detail.lineage;
  const domain = useDomainWords();
  const list = useQueryClient().getQueryData<ApprovalList>(openApprovalsQuery().queryKey);
  const others = onSameEscrow(
    withStanding(approval),
    (list?.approvals ?? []).map((other) => withStanding(other)),
  );
  if (others.length === 0) return null;
  return (
    <Notice>
      <p>{words.sameEscrow}</p>
      <ul>
        {others.map((other) => (
          <li key={other.id} className="py-1 [&_a]:inline-block [&_a]:py-1">
            <To id={other.id} label={domain.title(other)} />
          </li>
        ))}
      </ul>
    </Notice>
  );
}

function withStanding(approval: Approval) {
  return { ...approval, type: approval.type, standing: standingIn(approval.phase) };
}

function isClosed({ status }: Approval): boolean {
  return status !== null && status !== "pending";
}

function To({ id, label }: { id: string; label: string }) {
  return <Link href={addresses.approval(id)}>{label}</Link>;
}
