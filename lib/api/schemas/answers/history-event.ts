import type { HistoryEvent } from "@/lib/api/types";
import type { EventRecord } from "@/lib/domain/records";
import { messagesFor } from "@/lib/messages";

export function historyEventJson(event: EventRecord): HistoryEvent {
  const words = messagesFor("en").history;
  return {
    at: event.at.toISOString(),
    kind: event.kind,
    by: words.actor(event.actor),
    text: words.event(event),
  };
}
