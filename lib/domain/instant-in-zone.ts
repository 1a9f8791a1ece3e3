const MINUTE_MS = 60_000;

/** Whether this machine knows a zone by that name. */
export function isTimeZone(name: string): boolean {
  try {
    return name !== "" && Boolean(new Intl.DateTimeFormat("en", { timeZone: name }));
  } catch {
    return false;
  }
}

/** ISO 8601 as the clocks of a zone showed it, with the offset: "2026-11-21T09:00:00.000+01:00". Nothing is lost. */
export function instantInZone(timeZone: string): (date: Date) => string {
  const wallClock = new Intl.DateTimeFormat("en-CA", {
    timeZone,
    hourCycle: "h23",
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
    second: "2-digit",
  });
  return (date) => {
    const part = Object.fromEntries(wallClock.formatToParts(date).map(({ type, value }) => [type, value]));
    const day = `${(part.year ?? "").padStart(4, "0")}-${part.month}-${part.day}`;
    const utc = date.toISOString();
    const shown = Date.parse(`${day}T${part.hour}:${part.minute}:${part.second}${utc.slice(-5)}`);
    const minutes = (shown - date.getTime()) / MINUTE_MS;
    // Before zones were made, clocks were off by odd seconds, which no offset can say.
    if (!Number.isInteger(minutes)) return utc.replace("Z", "+00:00");
    return `${new Date(shown).toISOString().slice(0, -1)}${offsetText(minutes)}`;
  };
}

function offsetText(minutes: number): string {
  const two = (value: number) => String(value).padStart(2, "0");
  const away = Math.abs(minutes);
  return `${minutes < 0 ? "-" : "+"}${two(Math.floor(away / 60))}:${two(away % 60)}`;
}
