import { Refusal } from "../refusal";
import type { Candidate, PaymentType } from "../state/shapes";
import type { Transaction } from "../state/transaction";
import { profileSlug } from "../wire/person";
import { bidUnit } from "../wire/proposal";

type Freelancer = {
  candidate: Candidate;
  /** The newest thing they asked for. */
  bid: { usd: number; unit: PaymentType };
  hourlyRateUsd: number | null;
};

/** Freelancers belong to the marketplace, not to an account; here they are known by the proposals they made. */
export function findFreelancer(tx: Transaction, idOrSlug: string): Freelancer | undefined {
  let found: Freelancer | undefined;
  for (const proposal of tx.world.proposals.all()) {
    if (proposal.candidate.userId !== idOrSlug && profileSlug(proposal.candidate) !== idOrSlug) continue;
    const bid = { usd: proposal.bidUsd, unit: bidUnit(proposal, tx.must("jobs", proposal.jobId)) };
    const hourlyRateUsd = bid.unit === "PAY_PER_HOUR" ? bid.usd : (found?.hourlyRateUsd ?? null);
    found = { candidate: proposal.candidate, bid, hourlyRateUsd };
  }
  return found;
}

export function mustBeFreelancer(tx: Transaction, idOrSlug: string): Freelancer {
  const found = findFreelancer(tx, idOrSlug);
  if (!found) throw new Refusal("NOT_FOUND", "No such freelancer.", { resource: "freelancers", idOrSlug });
  return found;
}
