import type { LiveEvent } from "../types";
import { eventParser } from "./parse-events";

export type StreamEnd = "over" | "cut" | "refused";

/** The server says at least that every 15 s; whoever is silent for longer than twice that is gone. */
const longestSilenceMs = 35_000;

/**
 * One stream from its beginning to its end. Read by hand and not by EventSource, which tells neither a beat
 * nor the status of a refusal, and so can neither notice a dead connection nor that the session is over.
 */
export async function readStream(given: {
  after: string | null;
  signal: AbortSignal;
  onOpen: () => void;
  onTold: (events: LiveEvent[]) => void;
  onPlace: (id: string) => void;
  onHeard: () => void;
}): Promise<StreamEnd> {
  const { after, signal, onOpen, onTold, onPlace, onHeard } = given;
  const silent = new AbortController();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const heard = () => {
    clearTimeout(timer);
    timer = setTimeout(() => silent.abort(), longestSilenceMs);
  };
  const giveUp = () => silent.abort();
  signal.addEventListener("abort", giveUp);
  try {
    heard();
    const response = await fetch("/api/events", {
      credentials: "same-origin",
      redirect: "error",
      cache: "no-store",
      headers: { Accept: "text/event-stream", ...(after === null ? {} : { "Last-Event-ID": after }) },
      signal: silent.signal,
    });
    if (response.status === 401) return "over";
    if (!response.ok || !response.body) return "refused";
    onOpen();
    const parse = eventParser(onTold, onPlace);
    const [reader, decoder] = [response.body.getReader(), new TextDecoder()];
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return "cut";
      heard();
      parse(decoder.decode(value, { stream: true }));
      onHeard();
    }
  } catch {
    return "cut";
  } finally {
    clearTimeout(timer);
    signal.removeEventListener("abort", giveUp);
    silent.abort();
  }
}
