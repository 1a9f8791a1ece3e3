const MARKETPLACE_FEE_PERCENT = 10;
const INITIATION_FEE_CENTS = 995;

/** Half a cent rounds up. */
function percentHalfUp(cents: number, percent: number): number {
  return Math.floor((cents * percent + 50) / 100);
}

export type Charge = { amountCents: number; feeCents: number; initiationCents: number; totalCents: number };

export function hireCharge(amountCents: number): Charge {
  const feeCents = percentHalfUp(amountCents, MARKETPLACE_FEE_PERCENT);
  return charge(amountCents, feeCents, INITIATION_FEE_CENTS);
}

export function fundCharge(amountCents: number, feePercent: number): Charge {
  return charge(amountCents, percentHalfUp(amountCents, feePercent), 0);
}

function charge(amountCents: number, feeCents: number, initiationCents: number): Charge {
  return { amountCents, feeCents, initiationCents, totalCents: amountCents + feeCents + initiationCents };
}
