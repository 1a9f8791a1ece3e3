import { dayAfter, dayInZone, startOfDay } from "./days-in-zone";

export type CalendarDay = { day: string; from: Date; to: Date };
export type CalendarMonth = { month: string; from: Date; to: Date; days: CalendarDay[] };

/** The calendar ends with the year 9999. */
const LAST_INSTANT = new Date("9999-12-31T23:59:59.999Z");
const DAY_MS = 24 * 3_600_000;
/** More at once is a mistake somewhere, and takes seconds to work out. */
const MOST_MONTHS = 100 * 12;

/** The months of a zone that have any part of what lies between, oldest first, each with its days. */
export function monthsBetween(from: Date, to: Date, timeZone: string): CalendarMonth[] {
  const months: CalendarMonth[] = [];
  const first = dayInZone(from, timeZone).slice(0, 7);
  let month = dayInZone(to, timeZone).slice(0, 7);
  while (month >= first && months.length < MOST_MONTHS) {
    const known = monthInZone(month, timeZone);
    if (known !== null) months.push(known);
    month = monthBefore(month);
  }
  return months.reverse();
}

/** How many months that would be, roughly and at once. */
export function monthsApart(from: Date, to: Date): number {
  return (to.getUTCFullYear() - from.getUTCFullYear()) * 12 + to.getUTCMonth() - from.getUTCMonth();
}

/** The months of a zone that may have any part of these months of UTC, oldest first. */
export function monthsAround(months: readonly string[], timeZone: string): CalendarMonth[] {
  const names = new Set(months.flatMap((month) => [monthBefore(month), month, monthAfter(month)]));
  return [...names]
    .sort()
    .slice(-MOST_MONTHS)
    .flatMap((month) => monthInZone(month, timeZone) ?? []);
}

export function monthBefore(month: string): string {
  return shifted(month, -1);
}

export function monthAfter(month: string): string {
  return shifted(month, 1);
}

function shifted(month: string, by: number): string {
  const [year = 0, number = 1] = month.split("-").map(Number);
  const months = year * 12 + number - 1 + by;
  return `${String(Math.floor(months / 12)).padStart(4, "0")}-${String((months % 12) + 1).padStart(2, "0")}`;
}

const remembered = new Map<string, CalendarMonth | null>();
const MOST_REMEMBERED = 5_000;

/** A month never changes, and is asked for again and again. */
function monthInZone(month: string, timeZone: string): CalendarMonth | null {
  const key = `${timeZone} ${month}`;
  const known = remembered.get(key);
  if (known !== undefined) return known;
  const made = makeMonth(month, timeZone);
  if (remembered.size >= MOST_REMEMBERED) remembered.clear();
  remembered.set(key, made);
  return made;
}

function makeMonth(month: string, timeZone: string): CalendarMonth | null {
  const firstDay = `${month}-01`;
  const from = startOfDay(firstDay, timeZone);
  if (from === null) return null;
  const names: string[] = [];
  for (let day = firstDay; day.startsWith(month); day = dayAfter(day)) names.push(day);
  const to = startOfDay(`${monthAfter(month)}-01`, timeZone) ?? LAST_INSTANT;
  // Only where clocks were changed within the month is a day anything but 24 hours.
  const isAfter = (count: number, date: Date | null) => date?.getTime() === from.getTime() + count * DAY_MS;
  const isEven = isAfter(15, startOfDay(`${month}-16`, timeZone)) && isAfter(names.length, to);
  const starts = names.map((day, index) =>
    isEven ? new Date(from.getTime() + index * DAY_MS) : startOfDay(day, timeZone),
  );
  const days = names.flatMap((day, index): CalendarDay[] => {
    const start = starts[index];
    const end = starts.slice(index + 1).find((next) => next !== null) ?? to;
    // A day that a zone never had.
    return start ? [{ day, from: start, to: end }] : [];
  });
  return { month, from, to, days };
}
