"use client";

import { useQueryClient } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { addresses } from "@/components/addresses";
import { useDomainWords, useWords } from "@/components/reader";
import { When } from "@/components/time/instant";
import { Link } from "@/components/ui/link";
import { Notice } from "@/components/ui/notice";
import { Phrase } from "@/components/ui/phrase";
import { openApprovalsQuery } from "@/lib/api/queries/open-approvals";
import type { Approval, ApprovalDetail, ApprovalList, RelatedRequest } from "@/lib/api/types";
import { isOpenPhase } from "@/lib/domain/phase";
import type { Phase } from "@/lib/domain/records";
import { besideOn } from "@/lib/domain/same-escrow";
import { standingIn } from "./facts-of";

type Props = { approval: Approval; lineage: ApprovalDetail["lineage"]; phase: Phase };

/** What has to be known before anything is decided here: replaced, or confirmed twice. */
export function LineageAlarms({ approval, lineage, phase }: Props) {
  const words = useWords().detail.lineage;
  const { supersededBy, replacedButConfirmed } = approval;
  return (
    <>
      <ConfirmedInstead approval={approval} phase={phase} />
      {replacedButConfirmed ? (
        <Alarm title={words.alarm.title} text={words.alarm.onOlder[stateOf(lineage.newer)]}>
          {supersededBy ? <To id={supersededBy} label={words.newer} /> : null}
        </Alarm>
      ) : supersededBy ? (
        <Notice tone={isClosed(approval) ? "plain" : "alert"}>
          <p>
            {words.supersededBy[isClosed(approval) ? "closed" : "open"]}{" "}
            <To id={supersededBy} label={words.newer} />
          </p>
        </Notice>
      ) : null}
    </>
  );
}

/** What came before it for the same thing, and what else decides on the same money. */
export function LineageNotes({ approval, lineage, phase }: Props) {
  const words = useWords().detail.lineage;
  const { supersedes } = approval;
  return (
    <>
      {supersedes && supersedes !== approval.confirmedInstead ? (
        <Notice>
          <p>
            {words.supersedes} <To id={supersedes} label={words.older} />
          </p>
        </Notice>
      ) : null}
      <AskedAgain approval={approval} earlier={lineage.earlier} />
      {isOpenPhase(phase) ? <BesideIt approval={approval} /> : null}
    </>
  );
}

/** The request this one replaced was confirmed: what is decided here comes on top of that. */
function ConfirmedInstead({ approval: { confirmedInstead }, phase }: { approval: Approval; phase: Phase }) {
  const { alarm } = useWords().detail.lineage;
  if (confirmedInstead === null) return null;
  if (!isOpenPhase(phase) && phase !== "confirmed") return null;
  return (
    <Alarm title={alarm.titleNewer} text={alarm.onNewer[phase === "confirmed" ? "confirmed" : "open"]}>
      <To id={confirmedInstead} label={alarm.older} />
    </Alarm>
  );
}

function Alarm({ title, text, children }: { title: string; text: string; children: ReactNode }) {
  return (
    <Notice tone="last" title={title}>
      <p>
        {text} {children}
      </p>
    </Notice>
  );
}

const NAMED = 5;

/** How often it was asked before, with what became of each. */
function AskedAgain({
  approval: { askedAgain },
  earlier,
}: {
  approval: Approval;
  earlier: readonly RelatedRequest[];
}) {
  const words = useWords().detail.lineage;
  if (askedAgain === null) return null;
  const more = askedAgain.count - Math.min(earlier.length, NAMED);
  return (
    <Notice>
      <p>
        {words.askedAgain(askedAgain.count + 1)}{" "}
        {earlier.length === 0 ? <To id={askedAgain.previousId} label={words.older} /> : null}
      </p>
      {earlier.length === 0 ? null : (
        <ul>
          {earlier.slice(0, NAMED).map((request) => (
            <li key={request.id} className="[&_a]:inline-block [&_a]:py-1">
              <Earlier request={request} />
            </li>
          ))}
          {more > 0 ? <li className="py-1">{words.earlierMore(more)}</li> : null}
        </ul>
      )}
    </Notice>
  );
}

function Earlier({ request: { id, phase, createdAt, settledAt } }: { request: RelatedRequest }) {
  const words = useWords().detail.lineage;
  const { phases } = useDomainWords();
  const at = settledAt ?? createdAt;
  return (
    <Link href={addresses.approval(id)}>
      <Phrase
        text={at === null ? words.beforeUnknown : words.before}
        outcome={phases[phase]}
        when={at === null ? null : <When at={at} />}
      />
    </Link>
  );
}

/** Only of what the list beside it holds already. */
function BesideIt({ approval }: { approval: Approval }) {
  const words = useWords().detail.lineage;
  const list = useQueryClient().getQueryData<ApprovalList>(openApprovalsQuery().queryKey);
  const { sameEscrow, ends, funds } = besideOn(
    withStanding(approval),
    (list?.approvals ?? []).map((other) => withStanding(other)),
  );
  return (
    <>
      <Others title={words.sameEscrow} others={sameEscrow} />
      <Others title={words.endBeside} others={ends} />
      <Others title={words.fundsBeside} others={funds} />
    </>
  );
}

function Others({ title, others }: { title: (count: number) => string; others: readonly Approval[] }) {
  const words = useWords().detail.lineage;
  const domain = useDomainWords();
  if (others.length === 0) return null;
  const more = others.length - NAMED;
  return (
    <Notice>
      <p>{title(others.length)}</p>
      <ul>
        {others.slice(0, NAMED).map((other) => (
          <li key={other.id} className="py-1 [&_a]:inline-block [&_a]:py-1">
            <To id={other.id} label={domain.title(other)} />
          </li>
        ))}
        {more > 0 ? <li className="py-1">{words.besideMore(more)}</li> : null}
      </ul>
    </Notice>
  );
}

function withStanding(approval: Approval) {
  return { ...approval, standing: standingIn(approval.phase) };
}

/** Not known is not closed: what can still be confirmed is said of it. */
function stateOf(newer: RelatedRequest | null): "open" | "closed" | "confirmed" {
  if (newer === null || isOpenPhase(newer.phase)) return "open";
  return newer.phase === "confirmed" ? "confirmed" : "closed";
}

function isClosed({ status }: Approval): boolean {
  return status !== null && status !== "pending";
}

function To({ id, label }: { id: string; label: string }) {
  return <Link href={addresses.approval(id)}>{label}</Link>;
}
