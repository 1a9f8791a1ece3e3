import { escrowOf } from "./escrow";
import { FUND_FEE_PERCENT, fundFeeCents, hireCharge } from "./fees";
import type { MilestoneRecord, Money, Source, Standing, Terms } from "./records";

export type MoneyFacts = {
  type: string | null;
  standing: Standing;
  recordedTerms: Terms | null;
  toldTerms: Terms | null;
  confirmedTerms: Terms | null;
  /** What the asked terms said where an amount should be, when it is no amount. */
  termsUnreadable?: string | null;
  /** The same of the confirmed ones. */
  confirmedUnreadable?: string | null;
  /** The milestone a fund or a release is about. */
  milestone: MilestoneRecord | null;
  /** Every milestone of the contract an end is about; null when the contract was never read. */
  contractMilestones: readonly MilestoneRecord[] | null;
  /** Milestones whose release OpenTrain confirmed. */
  confirmedReleases: ReadonlySet<string>;
  /** What was worked out before: a settled end keeps it, since settling changes the escrow it decided on. */
  previous?: Money | null;
};

type Amount = { cents: number | null; source: Source | null; unreadable: string | null };

/** The money of one request. `atLeast` beside a total: the total is a lower bound. */
export function moneyOf(facts: MoneyFacts): Money {
  switch (facts.type) {
    case "proposal_hire":
      return hireMoney(confirmedAmount(facts) ?? askedAmount(facts));
    case "milestone_fund":
      return fundMoney(confirmedAmount(facts) ?? milestoneAmount(facts));
    case "milestone_approve":
      return releaseMoney(confirmedAmount(facts) ?? milestoneAmount(facts));
    case "contract_end":
      return endMoney(facts);
    default:
      return unknownMoney("unknown", null);
  }
}

function confirmedAmount(facts: MoneyFacts): Amount | null {
  if (facts.standing !== "confirmed" || facts.confirmedTerms === null) return null;
  const cents = facts.confirmedTerms.amountCents;
  if (cents !== null) return { cents, source: "opentrain", unreadable: null };
  // What was confirmed may differ from what was asked, so what was asked does not fill the gap.
  return { cents, source: null, unreadable: facts.confirmedUnreadable ?? null };
}

/** Recorded terms, else told ones; told terms never fill a gap in recorded ones. */
function askedAmount(facts: MoneyFacts): Amount {
  const terms = facts.recordedTerms ?? facts.toldTerms;
  const cents = terms?.amountCents ?? null;
  if (cents === null) return { cents, source: null, unreadable: facts.termsUnreadable ?? null };
  return { cents, source: facts.recordedTerms ? "recorded" : "agent", unreadable: null };
}

/** These requests have no terms of their own: only what OpenTrain says of the milestone counts. */
function milestoneAmount({ milestone }: MoneyFacts): Amount {
  const cents = milestone?.amountCents ?? null;
  if (cents === null) return { cents, source: null, unreadable: milestone?.amountUnreadable ?? null };
  return { cents, source: "opentrain", unreadable: null };
}

function hireMoney(amount: Amount): Money {
  if (amount.cents === null) return unknownMoney("charge", amount.unreadable);
  const charge = hireCharge(amount.cents);
  return {
    ...known("charge", amount, charge.totalCents, charge.totalCents),
    feeCents: charge.feeCents,
    initiationCents: charge.initiationCents,
    sources: { amount: amount.source, fee: "estimate", initiation: "estimate" },
  };
}

function fundMoney(amount: Amount): Money {
  if (amount.cents === null) return unknownMoney("charge", amount.unreadable);
  const fee = fundFeeCents(amount.cents);
  const isFeeKnown = FUND_FEE_PERCENT.least === FUND_FEE_PERCENT.most;
  return {
    ...known("charge", amount, amount.cents + fee.minCents, amount.cents + fee.maxCents),
    feeCents: isFeeKnown ? fee.minCents : null,
    sources: { amount: amount.source, fee: isFeeKnown ? "estimate" : null, initiation: null },
  };
}

function releaseMoney(amount: Amount): Money {
  if (amount.cents === null) return unknownMoney("release", amount.unreadable);
  return known("release", amount, amount.cents, amount.cents);
}

function endMoney(facts: MoneyFacts): Money {
  const isSettled = facts.standing !== "open" && facts.standing !== "unreadable";
  if (isSettled && facts.previous?.kind === "at_stake" && facts.previous.totalCents !== null) {
    return facts.previous;
  }
  // A confirmed end has emptied the escrow: what it holds now says nothing of what was decided on. And a
  // request to end exists only where something is funded, so an empty list was not read whole.
  const isReadable = facts.standing !== "confirmed" && (facts.contractMilestones?.length ?? 0) > 0;
  const escrow = escrowOf(isReadable ? facts.contractMilestones : null, facts.confirmedReleases);
  if (escrow.cents === null) {
    return { ...unknownMoney("at_stake", escrow.unreadable), atLeast: escrow.atLeast };
  }
  const amount: Amount = { cents: escrow.cents, source: "opentrain", unreadable: escrow.unreadable };
  return { ...known("at_stake", amount, escrow.cents, escrow.cents), atLeast: escrow.atLeast };
}

function known(kind: Money["kind"], amount: Amount, totalCents: number, maxTotalCents: number): Money {
  return {
    ...unknownMoney(kind, amount.unreadable),
    amountCents: amount.cents,
    totalCents,
    maxTotalCents,
    sources: { amount: amount.source, fee: null, initiation: null },
  };
}

export function unknownMoney(kind: Money["kind"], unreadable: string | null): Money {
  return {
    kind,
    currency: "usd",
    amountCents: null,
    feeCents: null,
    initiationCents: null,
    totalCents: null,
    maxTotalCents: null,
    atLeast: false,
    unreadable,
    sources: { amount: null, fee: null, initiation: null },
  };
}
