"use client";

import { useEffect, useRef, useState } from "react";
import { useReader, useWords } from "@/components/reader";
import { useAtNow } from "@/components/time/clock";
import { join } from "@/components/ui/join";
import type { Approval } from "@/lib/api/types";
import { CLOSING_SOON_MS } from "@/lib/domain/phase";
import { formatDuration } from "@/lib/messages/format";

/** New requests that are held back, because showing them would move what somebody looks at. */
export function ArrivalsPill({
  waiting,
  all,
  show,
}: {
  waiting: readonly Approval[];
  all: readonly Approval[];
  show: () => void;
}) {
  const { locale } = useReader();
  const words = useWords().inboxList.arrivals;
  const soonest = waiting.flatMap(({ expiresAt }) => (expiresAt === null ? [] : Date.parse(expiresAt)));
  const left = useAtNow((now) => {
    const ms = Math.min(...soonest) - now.getTime();
    return ms > 0 && ms < CLOSING_SOON_MS ? formatDuration(ms, locale) : null;
  });
  const said = useSaid(all);
  const first = waiting[0]?.id;
  return (
    <>
      <p aria-live="polite" className="sr-only">
        {said === 0 ? "" : words.said(said)}
      </p>
      {first === undefined ? null : (
        <div
          data-slot="arrivals"
          className="sticky top-2 z-10 flex h-0 justify-center overflow-visible print:hidden"
        >
          <button
            type="button"
            onClick={() => {
              show();
              goToRow(first);
            }}
            className={join(
              "arrives inline-flex h-field items-center rounded-full px-4 font-semibold text-small shadow-float",
              left === null ? "bg-pen text-on-pen hover:bg-pen-strong" : "bg-soon-wash text-soon",
            )}
          >
            {left === null ? words.pill(waiting.length) : words.urgent(waiting.length, left)}
          </button>
        </div>
      )}
    </>
  );
}

/** When it is drawn, the row is in sight and has the keyboard. */
function goToRow(id: string): void {
  requestAnimationFrame(() =>
    requestAnimationFrame(() => {
      const row = document.querySelector<HTMLElement>(`[data-row="${CSS.escape(id)}"]`);
      const isCalm = window.matchMedia("(prefers-reduced-motion: reduce)").matches;
      row?.focus({ preventScroll: true });
      row?.scrollIntoView({ block: "center", behavior: isCalm ? "auto" : "smooth" });
    }),
  );
}

/** How many came with the last change; none for what was there when the page was opened. */
function useSaid(all: readonly Approval[]): number {
  const known = useRef<Set<string> | null>(null);
  const [said, setSaid] = useState(0);
  useEffect(() => {
    const before = known.current;
    known.current = new Set(all.map(({ id }) => id));
    if (before === null) return;
    const came = all.filter(({ id }) => !before.has(id)).length;
    if (came > 0) setSaid(came);
  }, [all]);
  useEffect(() => {
    if (said === 0) return;
    const timer = setTimeout(() => setSaid(0), 5_000);
    return () => clearTimeout(timer);
  }, [said]);
  return said;
}
