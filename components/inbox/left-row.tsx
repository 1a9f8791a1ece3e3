"use client";

import { useQuery } from "@tanstack/react-query";
import { addresses } from "@/components/addresses";
import { Amount } from "@/components/approvals/amount";
import { RequestName } from "@/components/approvals/request-name";
import { useWords } from "@/components/reader";
import { CheckIcon, CrossIcon, LapsedIcon, ReplacedIcon, UnknownIcon } from "@/components/ui/icons";
import { join } from "@/components/ui/join";
import { Link } from "@/components/ui/link";
import { approvalQuery } from "@/lib/api/queries/approval";
import type { Approval } from "@/lib/api/types";
import { isOpenPhase } from "@/lib/domain/phase";

const ICONS = {
  confirmed: <CheckIcon />,
  declined: <CrossIcon />,
  lapsed: <LapsedIcon />,
  superseded: <ReplacedIcon />,
} as const;

/** A request that left the list, in its own place for a while: it says what came of it and where it is now. */
export function LeftRow({ approval }: { approval: Approval }) {
  const words = useWords().inboxList.left;
  const detail = useQuery(approvalQuery(approval.id));
  const now = detail.data?.approval ?? approval;
  const outcome = isOpenPhase(now.phase) ? null : (now.phase as keyof typeof ICONS);
  return (
    <li className="row border-b" data-slot="left-row">
      <Link
        href={addresses.approval(approval.id)}
        data-left={approval.id}
        className="relative grid min-h-touch grid-cols-row items-center gap-3 rounded-tight py-4 text-ink-2 pad:px-3 pad:py-3 -outline-offset-2"
      >
        <span
          className={join(
            "grid size-ring place-items-center rounded-full",
            outcome === "confirmed" ? "bg-good-wash text-good" : "bg-wash text-ink-2",
          )}
        >
          {outcome === null ? <UnknownIcon /> : ICONS[outcome]}
        </span>
        <span className="min-w-0">
          <span className="line-clamp-2 text-body">
            <RequestName approval={now} />
          </span>
          <span
            aria-live="polite"
            className={join(
              "mt-px block text-small",
              outcome === "confirmed" ? "font-medium text-good" : "text-ink-2",
            )}
          >
            {outcome === null ? words.looking : words[outcome]}
          </span>
        </span>
        <span className="max-w-[9.5rem] pe-2 text-end text-body pad:pe-0">
          <Amount money={now.money} isSettled />
        </span>
      </Link>
    </li>
  );
}
