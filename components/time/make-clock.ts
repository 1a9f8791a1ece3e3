const SECOND_MS = 1000;
const CALM_MS = 5 * SECOND_MS;
/** Below this a correction would be seen as a jump and mean nothing. */
const TOLERANCE_MS = 1500;

type Pace = "calm" | "second";

export type Clock = ReturnType<typeof makeClock>;

/**
 * Time is read, never counted: a tick only wakes the readers. `asOf` is the server's instant; before the
 * browser has taken over, everybody reads exactly that, so the first paint and the hydrated page agree.
 */
export function makeClock(asOf: Date, localNow: () => number = Date.now) {
  const initialMs = asOf.getTime();
  const readers: Record<Pace, Set<() => void>> = { calm: new Set(), second: new Set() };
  let offsetMs: number | null = null;
  let timer: ReturnType<typeof setTimeout> | null = null;

  const nowMs = () => (offsetMs === null ? initialMs : localNow() + offsetMs);
  const wake = () => {
    for (const reader of [...readers.second, ...readers.calm]) reader();
  };
  const schedule = () => {
    if (timer !== null) clearTimeout(timer);
    const step = readers.second.size > 0 ? SECOND_MS : CALM_MS;
    timer = setTimeout(
      () => {
        if (!document.hidden) wake();
        schedule();
      },
      step - (nowMs() % step),
    );
  };
  const subscribe = (pace: Pace) => (reader: () => void) => {
    readers[pace].add(reader);
    if (timer !== null && pace === "second" && readers.second.size === 1) schedule();
    return () => {
      readers[pace].delete(reader);
    };
  };
  const read = (step: number) => () => Math.floor(nowMs() / step) * step;
  const readInitial = (step: number) => () => Math.floor(initialMs / step) * step;
  const onVisible = () => {
    if (!document.hidden) wake();
  };

  return {
    subscribe: { calm: subscribe("calm"), second: subscribe("second") },
    read: { calm: read(CALM_MS), second: read(SECOND_MS) },
    /** To the millisecond, for what happens now; never for what is drawn. */
    exact: () => new Date(nowMs()),
    initial: { calm: readInitial(CALM_MS), second: readInitial(SECOND_MS) },
    start() {
      offsetMs ??= initialMs - answeredAt(localNow());
      document.addEventListener("visibilitychange", onVisible);
      schedule();
      wake();
      return () => {
        document.removeEventListener("visibilitychange", onVisible);
        if (timer !== null) clearTimeout(timer);
        timer = null;
      };
    },
    sync(serverNow: Date, receivedAt: number) {
      if (serverNow.getTime() === initialMs) return;
      const measured = serverNow.getTime() - receivedAt;
      if (offsetMs !== null && Math.abs(measured - offsetMs) < TOLERANCE_MS) return;
      offsetMs = measured;
      wake();
    },
  };
}

/** When the page's own answer came back, as far as the browser remembers. */
function answeredAt(localNowMs: number): number {
  const [navigation] = performance.getEntriesByType?.("navigation") ?? [];
  const isTiming = navigation !== undefined && "responseStart" in navigation;
  const startMs = isTiming ? performance.timeOrigin + Number(navigation.responseStart) : localNowMs;
  const isRecent = localNowMs - startMs >= 0 && localNowMs - startMs < 60_000;
  return isRecent ? startMs : localNowMs;
}
