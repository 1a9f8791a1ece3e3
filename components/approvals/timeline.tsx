"use client";

import { useReader, useWords } from "@/components/reader";
import { TheirWords } from "@/components/their-words";
import { useNow } from "@/components/time/clock";
import { Clock } from "@/components/time/instant";
import { Section } from "@/components/ui/section";
import type { HistoryEvent } from "@/lib/api/types";
import { formatDate, formatList, zoneName } from "@/lib/messages/format";

/** What happened so far, oldest first, day by day. */
export function Timeline({ events }: { events: readonly HistoryEvent[] }) {
  const { locale, timeZone } = useReader();
  const words = useWords().detail;
  const now = useNow();
  const zones = [...new Set(events.map(({ at }) => zoneName(new Date(at), timeZone, locale)))];
  const days = new Map<string, HistoryEvent[]>();
  for (const event of events) {
    const day = formatDate(new Date(event.at), { locale, timeZone, now });
    days.set(day, [...(days.get(day) ?? []), event]);
  }
  return (
    <Section title={zones.length === 0 ? words.happened : words.happenedIn(formatList(zones, locale))}>
      {events.length === 0 ? (
        <p className="text-ink-3 text-small">{words.nothingHappened}</p>
      ) : (
        <ol className="text-small">
          {[...days].map(([day, ofDay]) => (
            <li key={day} data-slot="day" className="pt-1">
              <p className="font-medium text-ink-2">{day}</p>
              <ol>
                {ofDay.map((event, index) => (
                  <Happened key={`${event.at}-${index.toString()}`} event={event} />
                ))}
              </ol>
            </li>
          ))}
        </ol>
      )}
    </Section>
  );
}

function Happened({ event }: { event: HistoryEvent }) {
  return (
    <li className="grid grid-cols-event gap-x-3 py-1">
      <Clock at={event.at} className="text-ink-3" />
      <span className="text-ink-2">
        <TheirWords text={event.text} />
        <span className="text-ink-3">
          {" · "}
          <TheirWords text={event.by} />
        </span>
      </span>
    </li>
  );
}
