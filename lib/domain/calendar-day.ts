/**
 * The calendar day of an instant in a zone, as sortable text: "2026-11-21". Put together from its parts, since
 * how a language writes a day differs from one browser to the next.
 */
export function calendarDay(date: Date, timeZone: string): string {
  const parts = partsOf(timeZone).formatToParts(date);
  const part = (wanted: string) => parts.find(({ type }) => type === wanted)?.value ?? "";
  return `${part("year").padStart(4, "0")}-${part("month")}-${part("day")}`;
}

/** Slow to make and safe to keep. */
const kept = new Map<string, Intl.DateTimeFormat>();

function partsOf(timeZone: string): Intl.DateTimeFormat {
  const found = kept.get(timeZone);
  if (found) return found;
  const made = new Intl.DateTimeFormat("en-GB", {
    timeZone,
    calendar: "gregory",
    numberingSystem: "latn",
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
  });
  kept.set(timeZone, made);
  return made;
}
