"use client";

import { useReader, useWords } from "@/components/reader";
import { Phrase } from "@/components/ui/phrase";
import { lifeLeft } from "@/lib/domain/phase";
import { formatWhen, zoneName } from "@/lib/messages/format";
import { useNow } from "./clock";
import { TimeLeft } from "./time-left";
import { urgencyOf, urgencyText } from "./urgency";
import { type Timed, usePhase } from "./use-phase";

/** The same life as the ring shows, with room for its words. */
export function LifeBar({ createdAt, ...timed }: Timed & { createdAt: string | null }) {
  const { locale, timeZone } = useReader();
  const words = useWords().time;
  const now = useNow();
  const phase = usePhase(timed);
  const expiresAt = timed.expiresAt === null ? null : new Date(timed.expiresAt);
  const left = lifeLeft(createdAt === null ? null : new Date(createdAt), expiresAt, now);
  return (
    <div data-slot="life-bar" data-urgency={urgencyOf(phase)}>
      <svg className="block h-1 w-full rounded-full" aria-hidden="true">
        <rect className="bar-ground" width="100%" height="100%" />
        {left ? <rect className="bar-left" width={`${Math.max(0.5, left * 100)}%`} height="100%" /> : null}
      </svg>
      <p className="mt-2 flex flex-wrap justify-between gap-x-4 text-small">
        {phase === "past_due" || expiresAt === null ? (
          <span className={phase === "past_due" ? "font-semibold text-last" : "text-ink-2"}>
            {expiresAt === null ? words.noDeadline : words.checking}
          </span>
        ) : (
          <span className={urgencyText[urgencyOf(phase)]}>
            <Phrase text={words.left} left={<TimeLeft {...timed} />} />
          </span>
        )}
        {timed.expiresAt !== null && expiresAt !== null ? (
          <time dateTime={timed.expiresAt} className="text-ink-2">
            <Phrase
              text={expiresAt <= now ? words.ran : words.lapses}
              when={`${formatWhen(expiresAt, { locale, timeZone, now })} ${zoneName(expiresAt, timeZone, locale)}`}
            />
          </time>
        ) : null}
      </p>
    </div>
  );
}
