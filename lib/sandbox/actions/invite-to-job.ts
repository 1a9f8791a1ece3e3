import { INVITE_FIELD, INVITED_PROPOSAL_STATUS } from "../guesses";
import { badField, conflict, Refusal } from "../refusal";
import type { Job, Proposal } from "../state/shapes";
import type { Transaction } from "../state/transaction";
import { isPublished } from "../wire/job";
import { findFreelancer } from "./find-freelancer";
import { isObject } from "./hire-terms";

type Invited = { proposal: Proposal; alreadyInvited: boolean };

export function parseInvitedFreelancer(body: unknown): string {
  const id = isObject(body) ? body[INVITE_FIELD] : undefined;
  if (typeof id !== "string" || id.trim() === "") throw badField(INVITE_FIELD);
  return id;
}

/** One proposal for each freelancer and job: who has applied or was invited before is not invited again. */
export function inviteToJob(tx: Transaction, job: Job, freelancerId: string): Invited {
  const found = findFreelancer(tx, freelancerId);
  if (!found) throw unknownPerson(tx, freelancerId);
  const { candidate } = found;
  if (!isPublished(job)) {
    throw conflict("job_not_published", "This job is not published.");
  }
  const earlier = tx
    .of("proposals", job.accountId)
    .find((proposal) => proposal.jobId === job.id && proposal.candidate.userId === candidate.userId);
  if (earlier) return { proposal: earlier, alreadyInvited: true };
  if (candidate.unavailable) {
    throw conflict("freelancer_unavailable", "This freelancer takes no new work.");
  }
  const now = tx.now(job.accountId);
  const proposal = tx.put("proposals", {
    id: tx.newId(job.accountId, "prop"),
    accountId: job.accountId,
    jobId: job.id,
    status: INVITED_PROPOSAL_STATUS,
    candidate,
    bidUsd: found.bid.usd,
    bidUnit: found.bid.unit,
    matchScore: 0.9,
    interviewScore: null,
    contractId: null,
    invited: true,
    createdAt: now,
    updatedAt: now,
  });
  return { proposal, alreadyInvited: false };
}

function unknownPerson(tx: Transaction, userId: string): Refusal {
  for (const { people } of tx.world.accounts.all()) {
    if (Object.values(people).some((person) => person.userId === userId)) {
      return conflict("not_a_freelancer", "This user is not a freelancer.");
    }
  }
  return new Refusal("NOT_FOUND", "No such freelancer.", { resource: "freelancers", freelancerId: userId });
}
