"use client";

import { useWords } from "@/components/reader";
import { useAtNow } from "@/components/time/clock";
import { ClockIcon } from "@/components/ui/icons";
import { Link } from "@/components/ui/link";
import { CLOSING_SOON_MS } from "@/lib/domain/phase";
import { type InboxSearch, inboxSearch } from "./address";

/** A filter never hides that something waits which cannot: it says so, with the way to it. */
export function HiddenUrgent({
  hidden,
  soonestShown,
  search,
  pathname,
}: {
  /** Deadlines of what is not shown, the nearest first. */
  hidden: readonly string[];
  soonestShown: string | null;
  search: InboxSearch;
  pathname: string;
}) {
  const words = useWords().inboxList.hidden;
  const count = (before: (now: number) => number) => (now: Date) =>
    hidden.filter((at) => Date.parse(at) < before(now.getTime())).length;
  const over = useAtNow(count((now) => now + 1));
  const urgent = useAtNow(count((now) => now + CLOSING_SOON_MS)) - over;
  const sooner = soonestShown === null ? 0 : hidden.filter((at) => at < soonestShown).length;
  const text =
    urgent > 0
      ? words.urgent(urgent)
      : over > 0
        ? words.over(over)
        : sooner > 0
          ? words.sooner(sooner)
          : null;
  if (text === null) return null;
  const there = inboxSearch({ sort: search.sort });
  return (
    <p className="mt-3 flex items-start gap-2 text-small text-soon">
      <ClockIcon className="mt-px size-icon shrink-0" />
      <span>
        {text}{" "}
        <Link href={`${pathname}${there}`} scroll={false} className="underline underline-offset-2">
          {words.see}
        </Link>
      </span>
    </p>
  );
}
