"use client";

import { useReader, useWords } from "@/components/reader";
import { join } from "@/components/ui/join";
import { Link } from "@/components/ui/link";
import type { Kind } from "@/lib/domain/consequences";
import { kindOf } from "@/lib/domain/consequences";
import { APPROVAL_TYPES } from "@/lib/domain/standing";
import { formatCount } from "@/lib/messages/format-count";
import { type InboxSearch, inboxSearch } from "./address";

const KINDS = ["all", "hire", "fund", "release", "end", "unknown"] as const;

/** Links, so that they work by themselves and can be kept; what is open stays open. */
export function Kinds({
  counts,
  search,
  pathname,
}: {
  counts: Record<Kind, number>;
  search: InboxSearch;
  pathname: string;
}) {
  const { locale } = useReader();
  const words = useWords().inbox;
  const current = currentOf(search);
  const all = Object.values(counts).reduce((sum, count) => sum + count, 0);
  const shown = KINDS.filter((kind) => kind !== "unknown" || counts.unknown > 0 || current === kind);
  return (
    <nav aria-label={words.filter} className="max-desk:-ms-2 max-desk:@min-[22rem]:-ms-3">
      <ul className="flex flex-wrap desk:gap-1">
        {shown.map((kind) => {
          const there = inboxSearch({ ...search, ...onlyKind(kind) });
          return (
            <li key={kind}>
              <Link
                href={`${pathname}${there}`}
                scroll={false}
                aria-current={kind === current ? "true" : undefined}
                className={join(
                  "flex min-h-touch items-center whitespace-nowrap px-2 font-medium text-small @min-[22rem]:px-3 desk:min-h-0 desk:rounded-full desk:py-1",
                  kind === current
                    ? "text-ink desk:bg-ink desk:text-paper"
                    : "text-ink-2 hover:text-ink desk:hover:bg-wash",
                )}
              >
                <span
                  className={join(
                    "flex min-h-touch items-center gap-1 border-b-2 desk:min-h-0 desk:border-0",
                    kind === current ? "border-ink" : "border-transparent",
                  )}
                >
                  {words.filters[kind]}
                  <span className="font-normal opacity-75">
                    {formatCount(kind === "all" ? all : counts[kind], locale)}
                  </span>
                </span>
              </Link>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}

/** Null where the address asks for more than one kind: none of the words is the whole of it. */
function currentOf({ types, isOther }: InboxSearch): (typeof KINDS)[number] | null {
  if (isOther) return "unknown";
  if (types === null) return "all";
  return types.length === 1 ? kindOf(types[0] ?? null) : null;
}

function onlyKind(kind: (typeof KINDS)[number]): Pick<InboxSearch, "types" | "isOther"> {
  const type = APPROVAL_TYPES.find((known) => kindOf(known) === kind);
  return { types: type ? [type] : null, isOther: kind === "unknown" };
}
