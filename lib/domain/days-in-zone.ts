import { instantInZone } from "./instant-in-zone";
import { parseInstant } from "./listing/parse-instant";

const HOUR_MS = 3_600_000;

/** "2026-11-21": the day the clocks of a zone showed. */
export function dayInZone(date: Date, timeZone: string): string {
  return instantInZone(timeZone)(date).slice(0, 10);
}

/** When that day began there; null for what is in no calendar. */
export function startOfDay(day: string, timeZone: string): Date | null {
  const midnight = parseInstant(`${day}T00:00:00Z`)?.getTime();
  if (midnight === undefined) return null;
  const shown = instantInZone(timeZone);
  const candidates: number[] = [];
  for (let at = midnight, tries = 0; tries < 3; tries += 1) {
    at += midnight - Date.parse(`${shown(new Date(at)).slice(0, -6)}Z`);
    candidates.push(at);
  }
  // Where clocks are put forward at midnight the day begins at one; where they are put back it begins twice.
  const isThatDay = (at: number) => shown(new Date(at)).startsWith(day);
  const start = Math.min(...candidates.filter(isThatDay));
  if (!Number.isFinite(start)) return null;
  return new Date(isThatDay(start - HOUR_MS) ? start - HOUR_MS : start);
}

export function dayAfter(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + 24 * HOUR_MS).toISOString().slice(0, 10);
}

export function dayBefore(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) - 24 * HOUR_MS).toISOString().slice(0, 10);
}
