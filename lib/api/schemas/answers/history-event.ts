import type { HistoryEvent } from "@/lib/api/types";
import type { EventRecord } from "@/lib/domain/records";
import type { Messages } from "@/lib/messages";

export function historyEventJson(event: EventRecord, { history: words }: Messages): HistoryEvent {
  return {
    at: event.at.toISOString(),
    kind: event.kind,
    by: words.actor(event.actor),
    text: words.event(event),
  };
}
