import type { ServerResponse } from "node:http";
import type { Told } from "@/lib/server/events/told";

/** What may wait for a reader who does not take it. */
const mostUnreadBytes = 64 * 1024;
/** How soon a page comes back that does not know better. */
const comeBackAfterMs = 1_000;

export type EventStream = {
  /** `eventId` goes with the last one: half of them told is none told. */
  tell: (told: readonly Told[], eventId: string) => void;
  /** That nothing happened, and up to where; whoever has not taken the one before is dropped. */
  beat: (eventId: string) => void;
  end: () => void;
};

export function openEventStream(res: ServerResponse): EventStream {
  res.writeHead(200, {
    "Content-Type": "text/event-stream; charset=utf-8",
    "Cache-Control": "no-store, no-transform",
    "X-Accel-Buffering": "no",
  });
  const write = (text: string) => {
    if (res.destroyed) return;
    if (res.writableLength > mostUnreadBytes) res.destroy();
    else res.write(text);
  };
  write(`retry: ${comeBackAfterMs}\n\n`);
  return {
    tell(told, eventId) {
      const events = told.map((one) => `data: ${JSON.stringify(one)}\n`);
      const last = events.pop() ?? "";
      write([...events, `id: ${eventId}\n${last}`].map((event) => `${event}\n`).join(""));
    },
    beat(eventId) {
      if (res.writableLength > 0) res.destroy();
      // An id without data moves where the page stands and is no event.
      else write(`: beat\nid: ${eventId}\n\n`);
    },
    end: () => void res.end(),
  };
}
