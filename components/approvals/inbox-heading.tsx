"use client";

import type { ReactNode } from "react";
import { addresses } from "@/components/addresses";
import { useReader, useWords } from "@/components/reader";
import { useNow } from "@/components/time/clock";
import { urgencyOf } from "@/components/time/urgency";
import { PlusIcon } from "@/components/ui/icons";
import { Link } from "@/components/ui/link";
import { Phrase, phraseText } from "@/components/ui/phrase";
import { useCan } from "@/components/use-can";
import type { Approval } from "@/lib/api/types";
import { phaseOf } from "@/lib/domain/phase";
import { formatIn, formatInstant, formatWhen, zoneName } from "@/lib/messages/format";

/** The answer first: how many wait, and when the next one runs out. */
export function InboxHeading({
  approvals,
  nextExpiresAt,
  count,
  isPage,
  action = null,
}: {
  approvals: readonly Approval[];
  /** Of all that wait, where only a part of them is here. */
  nextExpiresAt: string | null;
  count: number;
  /** Beside an open request that one carries the page's heading. */
  isPage: boolean;
  action?: ReactNode;
}) {
  const words = useWords().inbox;
  const Heading = isPage ? "h1" : "h2";
  return (
    <header>
      <div className="flex flex-wrap items-baseline justify-between gap-x-4">
        <Heading className="proportional-nums text-figure">{words.waiting(count)}</Heading>
        <span className="flex items-center">
          {action}
          <AddLink />
        </span>
      </div>
      {count > 0 ? (
        <p className="mt-1 text-ink-2">
          <NextLapse approvals={approvals} nextExpiresAt={nextExpiresAt} />
        </p>
      ) : null}
    </header>
  );
}

/** A link that came in a chat goes in here, on a phone as well. */
function AddLink() {
  const words = useWords().inbox;
  if (!useCan("add_requests")) return null;
  return (
    <Link
      href={addresses.add}
      className="inline-flex min-h-touch shrink-0 items-center gap-1 font-medium text-pen text-small hover:underline"
    >
      <PlusIcon className="size-4" />
      {words.add}
    </Link>
  );
}

function NextLapse({
  approvals,
  nextExpiresAt,
}: {
  approvals: readonly Approval[];
  nextExpiresAt: string | null;
}) {
  const { locale, timeZone } = useReader();
  const words = useWords().inbox;
  const calm = useNow();
  const next = nextOf(approvals, nextExpiresAt, calm);
  const isLastHour = next !== null && next.getTime() - calm.getTime() < 3_600_000;
  const now = useNow(isLastHour ? "second" : "calm");
  if (next === null) {
    const late = approvals.filter(({ expiresAt }) => expiresAt !== null).length;
    return late > 0 ? words.onlyPastDue(late) : words.noDeadlines;
  }
  const tone = { none: "text-ink", soon: "text-soon", last: "text-last" }[
    urgencyOf(phaseOf({ standing: "open", expiresAt: next }, now))
  ];
  return (
    <Phrase
      text={words.nextLapses}
      when={
        <time
          dateTime={next.toISOString()}
          title={formatInstant(next, timeZone, locale, now)}
          className={`font-semibold ${tone}`}
        >
          {phraseText(words.when, {
            when: formatWhen(next, { locale, timeZone, now }),
            zone: zoneName(next, timeZone, locale),
            left: formatIn(next.getTime() - now.getTime(), locale),
          })}
        </time>
      }
    />
  );
}

function nextOf(approvals: readonly Approval[], nextExpiresAt: string | null, now: Date): Date | null {
  const ahead = [...approvals.map(({ expiresAt }) => expiresAt), nextExpiresAt]
    .flatMap((expiresAt) => (expiresAt === null ? [] : Date.parse(expiresAt)))
    .filter((time) => time > now.getTime());
  return ahead.length === 0 ? null : new Date(Math.min(...ahead));
}
