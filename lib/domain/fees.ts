/** The marketplace fee OpenTrain documents for a hire. */
export const MARKETPLACE_FEE_PERCENT = 10;

/** The contract initiation fee of a hire: $9.95. */
export const HIRE_INITIATION_CENTS = 995;

/**
 * Whether a further milestone is charged the fee again is not documented, so both ends are carried. Once it
 * is known: the same percent at both ends, here and nowhere else.
 */
export const FUND_FEE_PERCENT = { least: 0, most: MARKETPLACE_FEE_PERCENT };

/** Half a cent goes up; the only place where money is rounded. */
export function percentHalfUpCents(amountCents: number, percent: number): number {
  return Math.floor((amountCents * percent + 50) / 100);
}

export function hireCharge(amountCents: number): {
  feeCents: number;
  initiationCents: number;
  totalCents: number;
} {
  const feeCents = percentHalfUpCents(amountCents, MARKETPLACE_FEE_PERCENT);
  return {
    feeCents,
    initiationCents: HIRE_INITIATION_CENTS,
    totalCents: amountCents + feeCents + HIRE_INITIATION_CENTS,
  };
}

export function fundFeeCents(amountCents: number): { minCents: number; maxCents: number } {
  return {
    minCents: percentHalfUpCents(amountCents, FUND_FEE_PERCENT.least),
    maxCents: percentHalfUpCents(amountCents, FUND_FEE_PERCENT.most),
  };
}
