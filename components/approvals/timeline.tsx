"use client";

import { useReader, useWords } from "@/components/reader";
import { TheirWords } from "@/components/their-words";
import { When } from "@/components/time/instant";
import { Section } from "@/components/ui/section";
import type { HistoryEvent } from "@/lib/api/types";
import { formatList, zoneName } from "@/lib/messages/format";

/** What happened so far, oldest first. */
export function Timeline({ events }: { events: readonly HistoryEvent[] }) {
  const { locale, timeZone } = useReader();
  const words = useWords().detail;
  const zones = [...new Set(events.map(({ at }) => zoneName(new Date(at), timeZone, locale)))];
  return (
    <Section title={zones.length === 0 ? words.happened : words.happenedIn(formatList(zones, locale))}>
      {events.length === 0 ? (
        <p className="text-ink-3 text-small">{words.nothingHappened}</p>
      ) : (
        <ol className="text-small">
          {events.map((event, index) => (
            <li key={`${event.at}-${index.toString()}`} className="grid grid-cols-event gap-x-3 py-1">
              <When at={event.at} className="text-ink-3" />
              <span className="text-ink-2">
                <TheirWords text={event.text} />
                <span className="text-ink-3">
                  {" · "}
                  <TheirWords text={event.by} />
                </span>
              </span>
            </li>
          ))}
        </ol>
      )}
    </Section>
  );
}
