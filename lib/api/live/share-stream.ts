import type { LiveEvent } from "../types";
import { keepStream, type Told } from "./keep-stream";
import { everything } from "./touches";

const name = "countersign-live";
const lookEveryMs = 10_000;
/** The tab that holds the stream says something at least as often as the server; silent for that long, it sleeps. */
const longestSilenceMs = 40_000;
/** What was told is kept for tabs that were drawn before and listen only now. */
const keptMs = 60_000;

type Word =
  | ({ say: "told" } & Told)
  | { say: "hello"; who: string; bornAt: number }
  | { say: "welcome"; who: string; events: LiveEvent[] };

/**
 * One stream for a browser, however many tabs: whoever holds the lock keeps it and passes on what it hears;
 * the next in line goes on where the last one stood. Without locks each tab that is seen has its own.
 */
export function shareStream(from: string | null, bornAt: number, tell: (told: Told) => void) {
  const { locks } = navigator;
  if (!locks || typeof BroadcastChannel === "undefined") return ownStream(from, tell);
  const channel = new BroadcastChannel(name);
  const who = crypto.randomUUID();
  const recent: { at: number; events: LiveEvent[] }[] = [];
  let last: Told = { events: [], place: from, state: "starting" };
  let stream: ReturnType<typeof keepStream> | null = null;
  let ledSince = 0;
  let heardAt = Date.now();
  let isStopped = false;
  let release = () => {};
  let inLine = new AbortController();

  const say = (word: Word) => channel.postMessage(word);

  function hear(told: Told): void {
    last = { ...told, events: [], place: told.place ?? last.place };
    heardAt = Date.now();
    tell(told);
  }

  function lead(): Promise<void> {
    ledSince = Date.now();
    stream = keepStream(last.place, (told) => {
      hear(told);
      if (told.events.length > 0) recent.push({ at: heardAt, events: told.events });
      while ((recent[0]?.at ?? heardAt) < heardAt - keptMs) recent.shift();
      say({ say: "told", ...told });
    });
    return new Promise((resolve) => {
      release = resolve;
    });
  }

  async function standInLine(isTaking: boolean): Promise<void> {
    inLine.abort();
    const turn = new AbortController();
    inLine = turn;
    // Taken away or given up: the stream ends either way.
    await locks
      .request(name, isTaking ? { steal: true } : { signal: turn.signal }, lead)
      .catch(() => undefined);
    if (turn !== inLine) return;
    stream?.stop();
    stream = null;
    if (!isStopped) void standInLine(false);
  }

  channel.onmessage = ({ data }: MessageEvent<Word>) => {
    if (data.say === "told" && !stream) hear(data);
    else if (data.say === "hello" && stream) {
      const isKnown = data.bornAt >= Math.max(ledSince, Date.now() - keptMs);
      const events = isKnown
        ? recent.filter(({ at }) => at >= data.bornAt).flatMap((one) => one.events)
        : everything;
      say({ say: "welcome", who: data.who, events });
      say({ say: "told", ...last });
    } else if (data.say === "welcome" && data.who === who) tell({ ...last, events: data.events });
  };
  const look = setInterval(() => {
    if (stream) say({ say: "told", ...last });
    else if (!document.hidden && Date.now() - heardAt > longestSilenceMs) {
      heardAt = Date.now();
      void standInLine(true);
    }
  }, lookEveryMs);
  say({ say: "hello", who, bornAt });
  void standInLine(false);

  return {
    nudge: () => stream?.nudge(),
    stop() {
      isStopped = true;
      clearInterval(look);
      stream?.stop();
      inLine.abort();
      release();
      channel.close();
    },
  };
}

/** A browser keeps few connections to one server, so that tabs nobody looks at must not hold one. */
function ownStream(from: string | null, tell: (told: Told) => void) {
  let place = from;
  let stream: ReturnType<typeof keepStream> | null = null;
  const follow = () => {
    if (document.hidden) {
      stream?.stop();
      stream = null;
      return;
    }
    stream ??= keepStream(place, (told) => {
      place = told.place ?? place;
      tell(told);
    });
  };
  document.addEventListener("visibilitychange", follow);
  follow();
  return {
    nudge: () => stream?.nudge(),
    stop() {
      document.removeEventListener("visibilitychange", follow);
      stream?.stop();
    },
  };
}
