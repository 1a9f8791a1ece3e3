import { visibleCharacters } from "./visible-text";

/** $10 billion; anything above is taken for a mistake, not for money. */
export const MAX_CENTS = 1_000_000_000_000;

const SAID_LIMIT = 64;
const PLAIN_DECIMAL = /^(0|[1-9]\d*)(?:\.(\d{1,2}))?$/;

export type ReadCents = { cents: number; unreadable: null } | { cents: null; unreadable: string | null };

/**
 * Dollars as JSON gave them, through their decimal text: a number by its shortest text form, a string only
 * when it is itself a plain decimal. Never rounded: what is no amount is kept as it was said.
 */
export function centsFromDollars(value: unknown): ReadCents {
  if (value === null || value === undefined) return { cents: null, unreadable: null };
  const text = typeof value === "number" ? String(value) : value;
  const match = typeof text === "string" ? PLAIN_DECIMAL.exec(text) : null;
  if (!match) return { cents: null, unreadable: asSaid(value) };
  const cents = Number(match[1]) * 100 + Number((match[2] ?? "").padEnd(2, "0"));
  return cents <= MAX_CENTS ? { cents, unreadable: null } : { cents: null, unreadable: asSaid(value) };
}

/** Amounts OpenTrain already gives in cents. */
export function centsFromCents(value: unknown): ReadCents {
  if (value === null || value === undefined) return { cents: null, unreadable: null };
  const isAmount = typeof value === "number" && Number.isInteger(value) && value >= 0 && value <= MAX_CENTS;
  return isAmount ? { cents: value + 0, unreadable: null } : { cents: null, unreadable: asSaid(value) };
}

/** The same where an amount may be taken away: an entry of a ledger. */
export function signedCentsFromCents(value: unknown): ReadCents {
  if (typeof value !== "number" || value >= 0) return centsFromCents(value);
  const { cents } = centsFromCents(-value);
  return cents === null ? { cents, unreadable: asSaid(value) } : { cents: -cents, unreadable: null };
}

/** A rate is no amount: kept as the decimal text it came as, for showing only. */
export function decimalText(value: unknown): string | null {
  const text = typeof value === "number" ? withoutExponent(String(value)) : value;
  return typeof text === "string" && /^-?\d+(\.\d+)?$/.test(text) && text.length <= SAID_LIMIT ? text : null;
}

function withoutExponent(text: string): string {
  const [, sign = "", first = "", part = "", exponent] = /^(-?)(\d)(?:\.(\d+))?e([+-]\d+)$/.exec(text) ?? [];
  if (exponent === undefined) return text;
  const shift = Number(exponent);
  const digits = first + part;
  return sign + (shift < 0 ? `0.${"0".repeat(-shift - 1)}${digits}` : digits.padEnd(shift + 1, "0"));
}

/** "450.00": for files and for showing terms as text. */
export function dollarsFromCents(cents: number): string {
  const digits = String(Math.abs(cents)).padStart(3, "0");
  return `${cents < 0 ? "-" : ""}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

function asSaid(value: unknown): string {
  const text =
    typeof value === "string" && value !== ""
      ? value
      : typeof value === "number"
        ? String(value)
        : json(value);
  const shown = visibleCharacters(text.slice(0, SAID_LIMIT));
  return text.length > SAID_LIMIT ? `${shown}…` : shown;
}

function json(value: unknown): string {
  try {
    return JSON.stringify(value) ?? String(value);
  } catch {
    return typeof value;
  }
}
