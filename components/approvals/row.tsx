"use client";

import { memo } from "react";
import { addresses } from "@/components/addresses";
import { Earlier, type EarlierRequests } from "@/components/inbox/earlier";
import { useWords } from "@/components/reader";
import { TheirWords } from "@/components/their-words";
import { Age } from "@/components/time/instant";
import { LifeRing } from "@/components/time/life-ring";
import { TimeLeft } from "@/components/time/time-left";
import { WarningIcon } from "@/components/ui/icons";
import { join } from "@/components/ui/join";
import { Link } from "@/components/ui/link";
import { Phrase } from "@/components/ui/phrase";
import { Tag } from "@/components/ui/tag";
import type { Approval } from "@/lib/api/types";
import { kindOf } from "@/lib/domain/consequences";
import { Amount } from "./amount";
import { RequestName } from "./request-name";

export type RowChoice = "open" | "preview" | null;

/** One request in the list: who and what, where from, amount, time left. The whole row is the link. */
export const Row = memo(function Row({
  approval,
  search = "",
  choice = null,
  idEnd = null,
  earlier = null,
  isNew = false,
}: {
  approval: Approval;
  search?: string;
  choice?: RowChoice;
  /** What tells this person from another of the same name in the same list. */
  idEnd?: string | null;
  /** What it replaced. */
  earlier?: EarlierRequests | null;
  /** It came while somebody looked. */
  isNew?: boolean;
}) {
  return (
    <li className={join("row border-b", isNew && "arrives")}>
      <Link
        href={`${addresses.approval(approval.id)}${search}`}
        data-row={approval.id}
        aria-current={choice === "open" ? "page" : undefined}
        className={join(
          "relative grid min-h-touch grid-cols-row items-center gap-3 rounded-tight py-4 -outline-offset-2 pad:px-3 pad:py-3",
          choice === null
            ? "hover:bg-wash"
            : "desk:bg-chosen desk:before:absolute desk:before:inset-y-0 desk:before:start-0 desk:before:w-[3px] desk:before:bg-pen desk:before:content-['']",
        )}
      >
        <LifeRing createdAt={approval.createdAt} expiresAt={approval.expiresAt} phase={approval.phase} />
        <span className="min-w-0">
          <span className="line-clamp-2 text-body">
            <RequestName approval={approval} idEnd={idEnd} />
          </span>
          <span className="mt-px flex flex-wrap items-center gap-x-2 gap-y-1 text-ink-2 text-small">
            <Origin approval={approval} />
            <RowTags approval={approval} />
          </span>
        </span>
        <span className="max-w-[9.5rem] pe-2 text-end pad:pe-0">
          <span className="block font-semibold text-title">
            <Amount money={approval.money} />
          </span>
          <span className="block text-ink-2 text-small">
            <TimeLeft expiresAt={approval.expiresAt} phase={approval.phase} />
          </span>
        </span>
      </Link>
      {earlier === null ? null : <Earlier requests={earlier} />}
    </li>
  );
});

/** Where it comes from. What the first line says already is not said twice. */
function Origin({ approval }: { approval: Approval }) {
  const words = useWords().rows;
  const place = approval.jobTitle ?? approval.contractTitle;
  const agent = approval.agent?.name;
  return (
    <span className="line-clamp-2">
      {place && place !== approval.title ? (
        <>
          <TheirWords text={place} />
          {" · "}
        </>
      ) : null}
      {approval.createdAt === null ? null : (
        <>
          <span className="hidden @min-[34rem]:inline">
            <Phrase
              text={agent ? words.askedBy : words.asked}
              agent={agent && <TheirWords text={agent} />}
              ago={<Age at={approval.createdAt} />}
            />
          </span>
          <span className="@min-[34rem]:hidden">
            {agent ? (
              <TheirWords text={agent} />
            ) : (
              <Phrase text={words.asked} ago={<Age at={approval.createdAt} />} />
            )}
          </span>
        </>
      )}
      {isFeeOpen(approval) ? ` · ${words.feeShown}` : null}
    </span>
  );
}

function isFeeOpen({ money: { totalCents, maxTotalCents } }: Approval): boolean {
  return totalCents !== null && maxTotalCents !== null && maxTotalCents > totalCents;
}

function RowTags({ approval }: { approval: Approval }) {
  const { rows: words, detail } = useWords();
  const { lineage } = detail;
  return (
    <>
      {approval.confirmedInstead ? (
        <Tag tone="last">
          <WarningIcon />
          {lineage.alarm.row}
        </Tag>
      ) : null}
      {approval.askedAgain ? <Tag>{words.askedAgain(approval.askedAgain.count + 1)}</Tag> : null}
      {approval.linkState === "quarantined" ? (
        <Tag tone="ghost">
          <WarningIcon />
          {words.quarantined}
        </Tag>
      ) : null}
      {approval.readProblem ? <Tag tone="ghost">{words.unread}</Tag> : null}
      {kindOf(approval.type) === "end" ? <Tag>{words.escrow}</Tag> : null}
    </>
  );
}
