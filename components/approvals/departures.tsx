"use client";

import { useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { addresses } from "@/components/addresses";
import { useDomainWords, useWords } from "@/components/reader";
import { Link } from "@/components/ui/link";
import { Notice } from "@/components/ui/notice";
import { Phrase } from "@/components/ui/phrase";
import { approvalQuery } from "@/lib/api/queries/approval";
import type { Approval } from "@/lib/api/types";
import { isOpenPhase } from "@/lib/domain/phase";

const SHOWN_MS = 20_000;

/** An item that left the list says where it went, for a while, instead of being gone. */
export function Departures({ approvals }: { approvals: readonly Approval[] }) {
  const gone = useDeparted(approvals);
  return (
    <div aria-live="polite" className="mt-3 grid gap-2 empty:hidden">
      {gone.map((approval) => (
        <Departure key={approval.id} approval={approval} />
      ))}
    </div>
  );
}

function Departure({ approval }: { approval: Approval }) {
  const words = useWords().inbox;
  const domain = useDomainWords();
  const detail = useQuery(approvalQuery(approval.id));
  const now = detail.data?.approval ?? null;
  if (now === null || isOpenPhase(now.phase)) return null;
  return (
    <div className="arrives">
      <Notice tone={now.phase === "confirmed" ? "good" : "plain"}>
        <p>
          <Phrase
            text={words.gone}
            what={domain.title(now)}
            outcome={domain.phases[now.phase].toLowerCase()}
          />{" "}
          <Link href={addresses.approval(approval.id)}>{words.see}</Link>
        </p>
      </Notice>
    </div>
  );
}

/** Those that were in the list the last time and are not now. */
function useDeparted(approvals: readonly Approval[]): readonly Approval[] {
  const [seen, setSeen] = useState(approvals);
  const [gone, setGone] = useState<readonly Approval[]>([]);
  if (seen !== approvals) {
    const here = new Set(approvals.map(({ id }) => id));
    const left = seen.filter(({ id }) => !here.has(id));
    setSeen(approvals);
    if (left.length > 0)
      setGone((before) => [...before.filter(({ id }) => !here.has(id)), ...left].slice(-3));
  }
  useEffect(() => {
    if (gone.length === 0) return;
    const timer = setTimeout(() => setGone([]), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [gone]);
  return gone;
}
