"use client";

import { useReader, useWords } from "@/components/reader";
import { formatDuration, formatInstant } from "@/lib/messages/format";
import { useNow } from "./clock";
import { urgencyOf, urgencyText } from "./urgency";
import { type Timed, usePhase } from "./use-phase";

/** What is left, in words; the exact deadline stands in the element for whoever asks. */
export function TimeLeft({ phase: known, expiresAt }: Timed) {
  const words = useWords().time;
  const phase = usePhase({ phase: known, expiresAt });
  if (expiresAt === null) return <span>{words.noDeadline}</span>;
  if (phase === "past_due") return <span className={urgencyText.last}>{words.pastDue}</span>;
  return (
    <Left
      expiresAt={expiresAt}
      isLastHour={phase === "last_hour"}
      className={urgencyText[urgencyOf(phase)]}
    />
  );
}

function Left({
  expiresAt,
  isLastHour,
  className,
}: {
  expiresAt: string;
  isLastHour: boolean;
  className: string;
}) {
  const { locale, timeZone } = useReader();
  const now = useNow(isLastHour ? "second" : "calm");
  const date = new Date(expiresAt);
  return (
    <time
      dateTime={expiresAt}
      title={formatInstant(date, timeZone, locale, now)}
      className={`whitespace-nowrap ${className}`}
    >
      {formatDuration(date.getTime() - now.getTime(), locale)}
    </time>
  );
}
