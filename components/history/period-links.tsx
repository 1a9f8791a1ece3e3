"use client";

import { useReader, useWords } from "@/components/reader";
import { useNow } from "@/components/time/clock";
import { join } from "@/components/ui/join";
import { Link } from "@/components/ui/link";
import type { ApprovalListing } from "@/lib/domain/listing/listing";
import { historyHref, historySearch } from "./address";
import { PERIODS, periodIn, spanOf } from "./periods";

/** Links, so that they work by themselves and can be kept. */
export function PeriodLinks({ listing, goTo }: { listing: ApprovalListing; goTo: (search: string) => void }) {
  const { timeZone } = useReader();
  const words = useWords().history.period;
  const now = useNow();
  const current = periodIn(listing, now, timeZone);
  return (
    <nav aria-label={words.label} className="-mx-3 mt-3">
      <ul className="flex flex-wrap">
        {PERIODS.map((period) => {
          const there = { ...listing, ...spanOf(period, now, timeZone) };
          return (
            <li key={period}>
              <Link
                href={historyHref(there, timeZone)}
                scroll={false}
                aria-current={period === current ? "true" : undefined}
                onNavigate={(event) => {
                  event.preventDefault();
                  goTo(historySearch(there, timeZone));
                }}
                className={join(
                  "flex min-h-touch items-center whitespace-nowrap px-3 font-medium text-small",
                  period === current ? "text-ink" : "text-ink-2 hover:text-ink",
                )}
              >
                <span
                  className={join(
                    "border-b-2 py-1",
                    period === current ? "border-ink" : "border-transparent",
                  )}
                >
                  {words[period]}
                </span>
              </Link>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
