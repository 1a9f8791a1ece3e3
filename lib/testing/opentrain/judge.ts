import { type Json, Numeral } from "@/lib/testing/opentrain/strict-json";

// What each kind of field must come out as, worked out with exact integers and without any of the product's
// own code. A judge says yes or no to what came out; `nothing` marks what must not come out at all.

export type Judge = (out: unknown) => boolean;
export const nothing = Symbol("nothing");
type Said = Json | undefined;

/** A number that would be changed by becoming a double travels as the text it was written as, and is text. */
export function asItTravels(json: Json): Json {
  if (json instanceof Map) return new Map([...json].map(([name, value]) => [name, asItTravels(value)]));
  if (Array.isArray(json)) return json.map(asItTravels);
  if (!(json instanceof Numeral)) return json;
  const number = Number(json.text);
  return Number.isFinite(number) && isSameNumber(String(number), json.text) ? json : json.text;
}

const is =
  (expected: unknown): Judge =>
  (out) =>
    out === expected;

export function at(value: Said, ...names: string[]): Said {
  return names.reduce<Said>((inner, name) => (inner instanceof Map ? inner.get(name) : undefined), value);
}

/** As text that a database takes: no NUL, no half of a pair. */
export function clean(text: string, limit = 20_000): string {
  let out = "";
  const units = Math.min(text.length, limit);
  for (let index = 0; index < units; index += 1) {
    const unit = text.charCodeAt(index);
    const next = index + 1 < units ? text.charCodeAt(index + 1) : 0;
    const isPair = unit >= 0xd800 && unit < 0xdc00 && next >= 0xdc00 && next < 0xe000;
    if (isPair) out += text.slice(index, ++index + 1);
    else out += unit === 0 || (unit >= 0xd800 && unit < 0xe000) ? "\ufffd" : text[index];
  }
  return out;
}

export function usableId(value: Said): string | null {
  return typeof value === "string" && value !== "" && value.length <= 500 && clean(value) === value
    ? value
    : null;
}

export const id = (value: Said): Judge => is(usableId(value));
export const saidText = (value: Said): string | null => (typeof value === "string" ? clean(value) : null);
export const text = (value: Said): Judge => is(saidText(value));
/** Such as a status; no word is longer. */
export const word = (value: Said): Judge =>
  is(typeof value === "string" && value.length <= 100 ? clean(value) : null);
export const label = (value: Said): Judge => is(typeof value === "string" ? clean(value, 100) : null);
export const flag = (value: Said): Judge => is(typeof value === "boolean" ? value : null);

/** A numeral as a whole number of `10 ** -places`; null when it is not one. */
export function exactly(numeral: string, places: number): bigint | null {
  const [mantissa = "", exponent = "0"] = numeral.toLowerCase().split("e");
  const [whole = "", part = ""] = mantissa.replace("-", "").split(".");
  let digits = BigInt(whole + part);
  let shift = Number(exponent) - part.length + places;
  if (digits === 0n) return 0n;
  if (shift > 400) return null;
  for (; shift > 0; shift -= 1) digits *= 10n;
  for (; shift < 0; shift += 1) {
    if (digits % 10n !== 0n) return null;
    digits /= 10n;
  }
  return mantissa.startsWith("-") ? -digits : digits;
}

const mostCents = 1_000_000_000_000n;

/** The cents, and beside them what was said when it is no amount. */
type Amount = { cents: Judge; unreadable: Judge };

function amount(value: Said, cents: bigint | null, least: bigint): Amount {
  if (value === undefined || value === null) return { cents: is(null), unreadable: is(null) };
  if (cents !== null && cents >= least && cents <= mostCents)
    return { cents: is(Number(cents)), unreadable: is(null) };
  return { cents: is(null), unreadable: (out) => isAsSaid(out, value) };
}

export function dollars(value: Said): Amount {
  if (value instanceof Numeral) return amount(value, exactly(value.text, 2), 0n);
  const isPlain = typeof value === "string" && /^([1-9][0-9]*|0)(\.[0-9][0-9]?)?$/.test(value);
  return amount(value, isPlain ? exactly(value, 2) : null, 0n);
}

export function cents(value: Said): Amount {
  return amount(value, value instanceof Numeral ? exactly(value.text, 0) : null, 0n);
}

export function signedCents(value: Said): Amount {
  return amount(value, value instanceof Numeral ? exactly(value.text, 0) : null, -mostCents);
}

function isAsSaid(out: unknown, value: Json): boolean {
  if (typeof out !== "string" || out === "" || out.length > 65) return false;
  return !(value instanceof Numeral) || isSameNumber(out, value.text);
}

function isSameNumber(out: string, numeral: string): boolean {
  if (out === numeral) return true;
  if (!/^-?\d+(\.\d+)?(e[+-]?\d+)?$/.test(out)) return false;
  return exactly(out, 350) === exactly(numeral, 350);
}

/** Plain decimal text of the very number; one with an exponent and too many digits may stay unknown. */
export function rate(value: Said): Judge {
  if (value instanceof Numeral) {
    const isSimple = /^-?\d{1,12}(\.\d{1,3})?$/.test(value.text);
    return (out) =>
      out === null
        ? !isSimple
        : typeof out === "string" && /^-?\d+(\.\d+)?$/.test(out) && isSameNumber(out, value.text);
  }
  const isDecimal = typeof value === "string" && value.length <= 64 && /^-?[0-9]+(\.[0-9]+)?$/.test(value);
  return is(isDecimal ? value : null);
}

/** -0 is 0. */
export function wholeNumber(value: Said, limit: bigint): Judge {
  const whole = value instanceof Numeral ? exactly(value.text, 0) : null;
  const isIn = whole !== null && whole < limit && -whole < limit;
  return (out) => (isIn ? typeof out === "number" && BigInt(out) === whole : out === null);
}

/** Digits, in a string or as a whole number. */
export function saidCursor(value: Said): string | null {
  if (typeof value === "string") return /^[0-9]{1,30}$/.test(value) ? value : null;
  const whole = value instanceof Numeral ? exactly(value.text, 0) : null;
  return whole !== null && whole >= 0n && whole <= BigInt(Number.MAX_SAFE_INTEGER) ? String(whole) : null;
}
export const cursor = (value: Said): Judge => is(saidCursor(value));

const monthDays = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** By the calendar, counted in days and milliseconds. */
export function instantMs(value: Said): number | null {
  const match =
    typeof value === "string"
      ? /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d)(?::(\d\d)(?:\.(\d+))?)?(?:Z|([+-])(\d\d):?(\d\d))$/.exec(value)
      : null;
  if (!match) return null;
  const [year, month, day, hour, minute, second] = match.slice(1, 7).map((part) => Number(part ?? 0));
  if (year === undefined || month === undefined || day === undefined) return null;
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const inMonth = (monthDays[month - 1] ?? 0) + (month === 2 && isLeap ? 1 : 0);
  if (day < 1 || day > inMonth || Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59)
    return null;
  const [offsetHours, offsetMinutes] = [Number(match[9] ?? 0), Number(match[10] ?? 0)];
  if (offsetHours > 23 || offsetMinutes > 59) return null;
  const years = year - 1;
  let days = years * 365 + Math.floor(years / 4) - Math.floor(years / 100) + Math.floor(years / 400);
  for (let before = 1; before < month; before += 1)
    days += (monthDays[before - 1] ?? 0) + (before === 2 && isLeap ? 1 : 0);
  const fromYearOne = (days + day - 1) * 86_400_000;
  const inDay = ((Number(hour) * 60 + Number(minute)) * 60 + Number(second)) * 1000;
  const fraction = Number((match[7] ?? "").slice(0, 3).padEnd(3, "0"));
  const offset = (offsetHours * 60 + offsetMinutes) * 60_000 * (match[8] === "-" ? -1 : 1);
  return fromYearOne + inDay + fraction - offset - 719_162 * 86_400_000;
}

export function instant(value: Said): Judge {
  const ms = instantMs(value);
  return (out) => (ms === null ? out === null : out instanceof Date && out.getTime() === ms);
}

/** Foreign JSON: the same, but storable, and cut where it nests too deep. */
export function foreign(value: Said): Judge {
  if (!(value instanceof Map)) return is(null);
  return (out) => isSameJson(out, value, 0);
}

function isSameJson(out: unknown, value: Json, depth: number): boolean {
  if (typeof value === "string") return out === clean(value);
  if (value instanceof Numeral) {
    if (typeof out === "string") return out === value.text;
    return typeof out === "number" && isSameNumber(String(out), value.text);
  }
  if (!(value instanceof Map) && !Array.isArray(value)) return out === value;
  if (depth > 20) return out === null;
  if (Array.isArray(value)) {
    if (!Array.isArray(out) || out.length !== value.length) return false;
    return value.every((item, index) => isSameJson(out[index], item, depth + 1));
  }
  if (typeof out !== "object" || out === null || Array.isArray(out)) return false;
  const expected = new Map([...value].map(([name, inner]) => [clean(name), inner]));
  if (Object.keys(out).length !== expected.size) return false;
  return [...expected].every(
    ([name, inner]) =>
      Object.hasOwn(out, name) && isSameJson((out as Record<string, unknown>)[name], inner, depth + 1),
  );
}

export const exact = is;

/** Exactly these fields, each to the liking of its judge. */
export function fields(judges: Record<string, Judge>): Judge {
  const names = Object.keys(judges).toSorted().join();
  return (out) => {
    if (typeof out !== "object" || out === null || Object.keys(out).toSorted().join() !== names) return false;
    for (const [name, judge] of Object.entries(judges)) {
      if (!judge((out as Record<string, unknown>)[name])) return false;
    }
    return true;
  };
}

export function each(judges: Judge[]): Judge {
  return (out) =>
    Array.isArray(out) && out.length === judges.length && judges.every((judge, index) => judge(out[index]));
}

/** The elements that can be read, in their order, and how many cannot. */
export function listed(
  value: Said,
  element: (item: Json) => Judge | typeof nothing,
): { items: Judge; setAside: Judge } | null {
  if (!Array.isArray(value)) return null;
  const judges = value.map(element);
  const read = judges.filter((judge) => judge !== nothing);
  return { items: each(read), setAside: is(judges.length - read.length) };
}

export const words = (value: Said): Judge =>
  listed(value, (item) => (typeof item === "string" && item.length <= 100 ? is(clean(item)) : nothing))
    ?.items ?? is(null);
