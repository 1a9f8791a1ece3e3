"use client";

import { useReader } from "@/components/reader";
import { formatAge, formatClock, formatInstant, formatWhen } from "@/lib/messages/format";
import { useAtNow, useNow } from "./clock";
import { useExactTitle } from "./use-exact-title";

type Props = { at: string; className?: string };

/** The exact time with its zone. */
export function Instant({ at, className }: Props) {
  const { locale, timeZone } = useReader();
  const now = useNow();
  return (
    <time dateTime={at} className={className}>
      {formatInstant(new Date(at), timeZone, locale, now)}
    </time>
  );
}

/** "3 min ago", with the exact time one hover away. */
export function Age({ at, className }: Props) {
  const { locale } = useReader();
  const date = new Date(at);
  const ago = useAtNow((now) => formatAge(date, { locale, now }));
  return (
    <time
      dateTime={at}
      data-slot="age"
      {...useExactTitle(date)}
      className={`whitespace-nowrap ${className ?? ""}`}
    >
      {ago}
    </time>
  );
}

/** "today at 14:12" */
export function When({ at, className }: Props) {
  const { locale, timeZone } = useReader();
  const now = useNow();
  const date = new Date(at);
  return (
    <time dateTime={at} title={formatInstant(date, timeZone, locale, now)} className={className}>
      {formatWhen(date, { locale, timeZone, now })}
    </time>
  );
}

/** "14:12", where the day and the zone stand over it. */
export function Clock({ at, className }: Props) {
  const { locale, timeZone } = useReader();
  const now = useNow();
  const date = new Date(at);
  return (
    <time dateTime={at} title={formatInstant(date, timeZone, locale, now)} className={className}>
      {formatClock(date, timeZone, locale)}
    </time>
  );
}
