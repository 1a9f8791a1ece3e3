"use client";

import { useReader, useWords } from "@/components/reader";
import { useNow } from "@/components/time/clock";
import { dayName } from "./day-name";

export function dayId(day: string): string {
  return `day-${day}`;
}

export function DayHeading({ day }: { day: string }) {
  const { locale, timeZone } = useReader();
  const words = useWords().time;
  const now = useNow();
  return (
    <h3 id={dayId(day)} className="border-b pt-4 pb-2 font-semibold text-ink-2 text-small">
      {dayName(day, { locale, timeZone, now }, words)}
    </h3>
  );
}
