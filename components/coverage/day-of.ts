import { calendarDay } from "@/lib/domain/calendar-day";
import { formatCalendarDay } from "@/lib/messages/format";
import type { View } from "@/lib/messages/view";

/** The reader's day an instant falls on: "Tue 3 Nov". */
export function dayOf(at: string, { locale, timeZone, now }: View): string {
  return formatCalendarDay(calendarDay(new Date(at), timeZone), locale, calendarDay(now, timeZone));
}
