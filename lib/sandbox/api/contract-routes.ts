import { findContract, milestonesOf } from "../actions/check-contract";
import { findJob } from "../actions/check-job";
import { createMilestone, parseMilestoneBody } from "../actions/create-milestone";
import { FLAGS } from "../flags";
import { badField } from "../refusal";
import type { Transaction } from "../state/transaction";
import { contractDetailOut, contractOut } from "../wire/contract";
import { milestoneOut } from "../wire/milestone";
import { isShown } from "../wire/show";
import { ok } from "./answer";
import { newestFirst } from "./paging";
import type { ApiCall, Route } from "./route";

export const contractRoutes: Route[] = [
  {
    method: "GET",
    path: "/contracts",
    gate: { scopes: ["payments:read"] },
    run: (tx, call) => ok({ contracts: listContracts(tx, call) }),
  },
  {
    method: "GET",
    path: "/contracts/:id",
    gate: { scopes: ["payments:read"] },
    run: (tx, { caller: { account }, id }) => {
      const contract = findContract(tx, account.id, id);
      return ok({ contract: contractDetailOut(contract, milestonesOf(tx, contract), account.guesses) });
    },
  },
  {
    method: "POST",
    path: "/contracts/:id/milestones",
    gate: { scopes: ["payments:write"], flag: FLAGS.paymentsWrite, claim: "create a milestone" },
    run: (tx, { caller: { account }, id, body }) => {
      const draft = parseMilestoneBody(body());
      const milestone = createMilestone(tx, findContract(tx, account.id, id), draft);
      return { status: 201, body: { milestone: milestoneOut(milestone, account.guesses) } };
    },
  },
];

function listContracts(tx: Transaction, { caller: { account }, query }: ApiCall) {
  const status = query.get("status");
  if (status !== null && status !== "active" && status !== "ended") throw badField("status");
  const jobId = query.get("jobId");
  if (jobId !== null) findJob(tx, account.id, jobId);
  return newestFirst(tx.of("contracts", account.id))
    .filter(isShown)
    .filter((contract) => status === null || contract.status === status)
    .filter((contract) => jobId === null || contract.jobId === jobId)
    .map((contract) => contractOut(contract, milestonesOf(tx, contract), account.guesses));
}
