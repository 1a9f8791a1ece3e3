"use client";

import { createContext, type ReactNode, useContext, useEffect, useState, useSyncExternalStore } from "react";
import { type Clock, makeClock } from "./make-clock";

const ClockContext = createContext<Clock | null>(null);

/** One ticker for the page. `asOf` is the connection's now, as the server said it when it drew the page. */
export function ClockProvider({ asOf, children }: { asOf: string; children: ReactNode }) {
  const [clock] = useState(() => makeClock(new Date(asOf)));
  useEffect(() => clock.start(), [clock]);
  return <ClockContext value={clock}>{children}</ClockContext>;
}

/** Now, by the connection's clock: every 5 s, or each second where a last hour runs. */
export function useNow(pace: "calm" | "second" = "calm"): Date {
  const clock = useContext(ClockContext) ?? fallback;
  const time = useSyncExternalStore(clock.subscribe[pace], clock.read[pace], clock.initial[pace]);
  return new Date(time);
}

/**
 * What is to be said of the moment. Whoever reads time like this is drawn again only when that changes, so that
 * hundreds of rows cost nothing while their words stay the same.
 */
export function useAtNow<T extends string | number | boolean | null>(
  read: (now: Date) => T,
  pace: "calm" | "second" = "calm",
): T {
  const clock = useContext(ClockContext) ?? fallback;
  return useSyncExternalStore(
    clock.subscribe[pace],
    () => read(new Date(clock.read[pace]())),
    () => read(new Date(clock.initial[pace]())),
  );
}

/** The connection's now at the moment of the call, for what a person does. */
export function useExactNow(): () => Date {
  const clock = useContext(ClockContext) ?? fallback;
  return clock.exact;
}

/** Takes the server's word for the time whenever an answer brings it. */
export function useClockSync(asOf: string | undefined, receivedAt: number): void {
  const clock = useContext(ClockContext);
  useEffect(() => {
    if (asOf) clock?.sync(new Date(asOf), receivedAt);
  }, [clock, asOf, receivedAt]);
}

const fallback = makeClock(new Date(0));
