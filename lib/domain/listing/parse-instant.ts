const SHAPE = /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2}:\d{2})(?:\.(\d{1,9}))?(Z|[+-]\d{2}:\d{2})$/;

/** An ISO 8601 instant with its offset; finer than a millisecond it is the next one. Null for anything else. */
export function parseInstant(text: string): Date | null {
  const [, day, time, fraction = "", offset = ""] = SHAPE.exec(text) ?? [];
  if (day === undefined || time === undefined || day < "0001") return null;
  // A day that is in no calendar would become one that is.
  const asWritten = new Date(`${day}T${time}Z`);
  if (Number.isNaN(asWritten.getTime()) || asWritten.toISOString() !== `${day}T${time}.000Z`) return null;
  const offsetMs = offset === "Z" ? 0 : offsetOf(offset);
  if (offsetMs === null) return null;
  const ms = Number(fraction.slice(0, 3).padEnd(3, "0")) + (/[1-9]/.test(fraction.slice(3)) ? 1 : 0);
  return new Date(asWritten.getTime() - offsetMs + ms);
}

function offsetOf(offset: string): number | null {
  const [hours = 0, minutes = 0] = offset.slice(1).split(":").map(Number);
  if (hours > 14 || minutes > 59) return null;
  return (offset.startsWith("-") ? -1 : 1) * (hours * 60 + minutes) * 60_000;
}
