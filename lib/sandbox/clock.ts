export function iso(ms: number): string {
  return new Date(ms).toISOString();
}

export function isoOrNull(ms: number | null): string | null {
  return ms === null ? null : iso(ms);
}

const PLAIN_DATE = /^\d{4}-\d{2}-\d{2}$/;
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})$/;

/** A plain date is midnight UTC; anything but a real date or instant is undefined. */
export function parseDate(text: string): number | undefined {
  const plain = PLAIN_DATE.test(text);
  if (!plain && !INSTANT.test(text)) return undefined;
  const day = text.slice(0, 10);
  const midnight = Date.parse(`${day}T00:00:00.000Z`);
  // Date.parse rolls the 31st of a short month over into the next one.
  if (Number.isNaN(midnight) || iso(midnight).slice(0, 10) !== day) return undefined;
  const ms = plain ? midnight : Date.parse(text);
  return Number.isNaN(ms) ? undefined : ms;
}
