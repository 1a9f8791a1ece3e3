import { phaseAt } from "@/lib/domain/phase";
import { formatAge, formatDuration, formatInstant, formatWhen, zoneName } from "@/lib/messages/format";
import type { KeptRow } from "../kept";
import { make } from "./make";
import { connectionNow, type View } from "./view";

/** "12 min ago", and "today at 14:02 CET". */
export function ageOfList({ kept, now, locale, timeZone }: View): { age: string; when: string } {
  const savedAt = new Date(kept?.savedAt ?? now);
  return {
    age: formatAge(savedAt, { locale, now: new Date(Math.max(now, savedAt.getTime())) }),
    when: whenOf(savedAt, new Date(now), { locale, timeZone }),
  };
}

export function whenOf(
  date: Date,
  now: Date,
  { locale, timeZone }: Pick<View, "locale" | "timeZone">,
): string {
  return `${formatWhen(date, { locale, timeZone, now })} ${zoneName(date, timeZone, locale)}`;
}

/** What is left, worked out anew from the deadline; never what was left when it was kept. */
export function timeLeft(row: KeptRow, view: View): HTMLElement {
  const { kept, words, locale, timeZone } = view;
  if (row.expiresAt === null || kept === null) return make("span", {}, words.noDeadline);
  const now = connectionNow(kept, view.now);
  const deadline = new Date(row.expiresAt);
  const phase = phaseAt(row.phase, deadline, now);
  const left = deadline.getTime() - now.getTime();
  const tone = phase === "closing_soon" ? "soon" : phase === "last_hour" || left <= 0 ? "last" : null;
  return make(
    "time",
    { datetime: row.expiresAt, class: tone, title: formatInstant(deadline, timeZone, locale, now) },
    left <= 0 ? words.past : words.left(formatDuration(left, locale)),
  );
}
