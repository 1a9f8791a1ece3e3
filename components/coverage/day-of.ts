import { formatCalendarDay } from "@/lib/messages/format";
import type { View } from "@/lib/messages/view";

/** The reader's day an instant falls on: "Tue 3 Nov". */
export function dayOf(at: string, { locale, timeZone, now }: View): string {
  const day = (date: Date) => new Intl.DateTimeFormat("en-CA", { timeZone }).format(date);
  return formatCalendarDay(day(new Date(at)), locale, day(now));
}
