import { formatCalendarDay } from "@/lib/messages/format";
import type { View } from "@/lib/messages/view";
import { dayOf } from "./by-day";

const DAY_MS = 86_400_000;

/** "Today", "Yesterday", else the date. */
export function dayName(
  day: string,
  { locale, timeZone, now }: View,
  words: { today: string; yesterday: string; unknownDay: string },
): string {
  if (day === "") return words.unknownDay;
  const today = dayOf(now, timeZone);
  if (day === today) return words.today;
  const isYesterday = Date.parse(today) - Date.parse(day) === DAY_MS;
  return isYesterday ? words.yesterday : formatCalendarDay(day, locale, today);
}
