"use client";

import { useReader, useWords } from "@/components/reader";
import { formatDuration } from "@/lib/messages/format";
import { useAtNow } from "./clock";
import { urgencyOf, urgencyText } from "./urgency";
import { useExactTitle } from "./use-exact-title";
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
  const { locale } = useReader();
  const date = new Date(expiresAt);
  const left = useAtNow(
    (now) => formatDuration(date.getTime() - now.getTime(), locale),
    isLastHour ? "second" : "calm",
  );
  const title = useExactTitle(date);
  return (
    <time dateTime={expiresAt} {...title} className={`whitespace-nowrap ${className}`}>
      {left}
    </time>
  );
}
