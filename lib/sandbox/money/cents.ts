const DECIMAL = /^(\d+)(?:\.(\d{1,2}))?$/;

/** Goes through the number's decimal text; more than two decimals is no amount of dollars. */
export function centsFromDollars(dollars: number): number | undefined {
  const match = DECIMAL.exec(String(dollars));
  if (!match) return undefined;
  const cents = Number(match[1]) * 100 + Number((match[2] ?? "").padEnd(2, "0"));
  return Number.isSafeInteger(cents) ? cents : undefined;
}

export function dollarsFromCents(cents: number): number {
  return Number(`${Math.trunc(cents / 100)}.${String(Math.abs(cents % 100)).padStart(2, "0")}`);
}

export function formatDollars(cents: number): string {
  const whole = String(Math.trunc(cents / 100)).replace(/\B(?=(\d{3})+$)/g, ",");
  return `$${whole}.${String(cents % 100).padStart(2, "0")}`;
}
