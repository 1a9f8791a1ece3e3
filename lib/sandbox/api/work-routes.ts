import { findProposal } from "../actions/check-proposal";
import { PROPOSALS_DEFAULT_LIMIT } from "../guesses";
import type { Transaction } from "../state/transaction";
import { JOB_STATUSES, jobOut } from "../wire/job";
import { PROPOSAL_STATUSES, proposalDetailOut, proposalOut } from "../wire/proposal";
import { ok } from "./answer";
import { mustOwnJob } from "./contract-routes";
import { newestFirst, pageAfter, readLimit, readStatus } from "./paging";
import type { ApiCall, Route } from "./route";

const JOBS_DEFAULT_LIMIT = 25;
const MAX_LIMIT = 100;

export const workRoutes: Route[] = [
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
    method: "GET",
    path: "/proposals/:id",
    gate: { scopes: ["proposals:read"] },
    run: (tx, { caller, id }) => {
      const proposal = findProposal(tx, caller.account.id, id);
      return ok({ proposal: proposalDetailOut(proposal, tx.must("jobs", proposal.jobId)) });
    },
  },
];

function listJobs(tx: Transaction, { caller, query }: ApiCall) {
  const limit = readLimit(query, { fallback: JOBS_DEFAULT_LIMIT, max: MAX_LIMIT, strict: false });
  const status = readStatus(query, JOB_STATUSES);
  const jobs = newestFirst(tx.of("jobs", caller.account.id)).filter(
    (job) => status === null || job.status === status,
  );
  const { page, nextCursor } = pageAfter(jobs, query.get("cursor"), limit);
  const proposals = tx.of("proposals", caller.account.id);
  return { jobs: page.map((job) => jobOut(job, proposals, caller.origin)), nextCursor };
}

function listProposals(tx: Transaction, { caller, id, query }: ApiCall) {
  const limit = readLimit(query, { fallback: PROPOSALS_DEFAULT_LIMIT, max: MAX_LIMIT, strict: false });
  const status = readStatus(query, PROPOSAL_STATUSES);
  mustOwnJob(tx, caller.account.id, id);
  const proposals = newestFirst(tx.of("proposals", caller.account.id)).filter(
    (proposal) => proposal.jobId === id && (status === null || proposal.status === status),
  );
  const { page, nextCursor } = pageAfter(proposals, query.get("cursor"), limit);
  const job = tx.must("jobs", id);
  return { proposals: page.map((proposal) => proposalOut(proposal, job)), nextCursor };
}
