import { findJob } from "../actions/check-job";
import { inviteToJob, parseInvitedFreelancer } from "../actions/invite-to-job";
import { FLAGS } from "../flags";
import { PROPOSALS_DEFAULT_LIMIT } from "../guesses";
import type { Transaction } from "../state/transaction";
import { JOB_STATUSES, jobOut } from "../wire/job";
import { PROPOSAL_STATUSES, proposalOut } from "../wire/proposal";
import { type Answer, ok } from "./answer";
import { newestFirst, pageAfter, readLimit, readStatus } from "./paging";
import type { ApiCall, Route } from "./route";

const JOBS_DEFAULT_LIMIT = 25;
const MAX_LIMIT = 100;

export const jobRoutes: Route[] = [
  {
    method: "GET",
    path: "/jobs/mine",
    gate: { scopes: ["jobs:read"] },
    run: (tx, call) => ok(listJobs(tx, call)),
  },
  {
    method: "GET",
    path: "/jobs/:id/proposals",
    gate: { scopes: ["proposals:read"] },
    run: (tx, call) => ok(listProposals(tx, call)),
  },
  {
    method: "POST",
    path: "/jobs/:id/invites",
    gate: { scopes: ["proposals:write"], flag: FLAGS.hiring, claim: "invite a freelancer" },
    run: invite,
  },
];

function listJobs(tx: Transaction, { caller, query }: ApiCall) {
  const limit = readLimit(query, { fallback: JOBS_DEFAULT_LIMIT, max: MAX_LIMIT, strict: false });
  const status = readStatus(query, JOB_STATUSES);
  const jobs = newestFirst(tx.of("jobs", caller.account.id));
  const fits = (job: { status: string }) => status === null || job.status === status;
  const { page, nextCursor } = pageAfter(jobs, query, limit, fits);
  const proposals = tx.of("proposals", caller.account.id);
  return { jobs: page.map((job) => jobOut(job, proposals, caller.origin)), nextCursor };
}

function listProposals(tx: Transaction, { caller, id, query }: ApiCall) {
  const limit = readLimit(query, { fallback: PROPOSALS_DEFAULT_LIMIT, max: MAX_LIMIT, strict: false });
  const status = readStatus(query, PROPOSAL_STATUSES);
  const job = findJob(tx, caller.account.id, id);
  const proposals = newestFirst(tx.of("proposals", caller.account.id)).filter((one) => one.jobId === job.id);
  const fits = (proposal: { status: string }) => status === null || proposal.status === status;
  const { page, nextCursor } = pageAfter(proposals, query, limit, fits);
  return { proposals: page.map((proposal) => proposalOut(proposal, job)), nextCursor };
}

function invite(tx: Transaction, { caller, id, body }: ApiCall): Answer {
  const freelancerId = parseInvitedFreelancer(body());
  const job = findJob(tx, caller.account.id, id);
  const { proposal, alreadyInvited } = inviteToJob(tx, job, freelancerId);
  return {
    status: alreadyInvited ? 200 : 201,
    body: { ok: true, proposalId: proposal.id, jobId: job.id, freelancerId, alreadyInvited },
  };
}
