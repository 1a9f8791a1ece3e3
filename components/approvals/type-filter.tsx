"use client";

import { useReader, useWords } from "@/components/reader";
import { join } from "@/components/ui/join";
import { Link } from "@/components/ui/link";
import type { Approval } from "@/lib/api/types";
import { formatCount } from "@/lib/messages/format-count";
import { countByKind, FILTERS, type Filter, searchOf } from "./kind-filter";

/** Links, so that they work by themselves and can be kept; what is open stays open. */
export function TypeFilter({
  approvals,
  current,
  pathname,
}: {
  approvals: readonly Approval[];
  current: Filter;
  pathname: string;
}) {
  const { locale } = useReader();
  const words = useWords().inbox;
  const counts = { all: approvals.length, ...countByKind(approvals) };
  const shown = FILTERS.filter((filter) => filter !== "unknown" || counts.unknown > 0 || current === filter);
  return (
    <nav aria-label={words.filter} className="max-desk:-ms-2 max-desk:@min-[22rem]:-ms-3">
      <ul className="flex flex-wrap desk:gap-1">
        {shown.map((filter) => (
          <li key={filter}>
            <Link
              href={`${pathname}${searchOf(filter)}`}
              scroll={false}
              aria-current={filter === current ? "true" : undefined}
              className={join(
                "flex min-h-touch items-center whitespace-nowrap px-2 font-medium text-small @min-[22rem]:px-3 desk:min-h-0 desk:rounded-full desk:py-1",
                filter === current
                  ? "text-ink desk:bg-ink desk:text-paper"
                  : "text-ink-2 hover:text-ink desk:hover:bg-wash",
              )}
            >
              <span
                className={join(
                  "flex min-h-touch items-center gap-1 border-b-2 desk:min-h-0 desk:border-0",
                  filter === current ? "border-ink" : "border-transparent",
                )}
              >
                {words.filters[filter]}
                <span className="font-normal opacity-75">{formatCount(counts[filter], locale)}</span>
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
