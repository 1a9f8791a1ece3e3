const MOST_DIGITS = 12;
const TYPED = /^(\d{1,3}(?:[.,]\d{3})+|\d*)(?:[.,](\d{1,2}))?$/;

/**
 * Dollars as people type them, in cents; null for what is no amount. A point or comma before one or two last
 * digits is the decimal one, others stand between thousands: "1,250", "1.250,50" and "$1250.5" are all read.
 */
export function centsFromTyped(text: string): number | null {
  const [, whole = "", cents = ""] = TYPED.exec(text.replaceAll(/[\s$’']/g, "")) ?? [];
  const digits = whole.replaceAll(/[.,]/g, "");
  if (digits + cents === "" || digits.length > MOST_DIGITS) return null;
  return Number(digits) * 100 + Number(cents.padEnd(2, "0"));
}

/** The same back into a field: whole dollars without their cents. */
export function typedFromCents(cents: number): string {
  const rest = cents % 100;
  const whole = String((cents - rest) / 100);
  return rest === 0 ? whole : `${whole}.${String(rest).padStart(2, "0")}`;
}
