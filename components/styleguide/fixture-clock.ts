/** The instant the pictures are taken at: Sat 21 Nov 2026, 11:00 in Berlin. */
export const FIXTURE_NOW = "2026-11-21T10:00:00.000Z";

const HOUR_MS = 3_600_000;

/** So many hours from then. */
export function at(hours: number): string {
  return new Date(Date.parse(FIXTURE_NOW) + hours * HOUR_MS).toISOString();
}
