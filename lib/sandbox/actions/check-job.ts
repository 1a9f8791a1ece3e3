import { Refusal } from "../refusal";
import type { Job } from "../state/shapes";
import type { Transaction } from "../state/transaction";

/** Like a proposal, another account's job exists but is forbidden. */
export function findJob(tx: Transaction, accountId: string, jobId: string): Job {
  const job = tx.get("jobs", jobId);
  if (!job) throw new Refusal("NOT_FOUND", "No such job.", { resource: "jobs", jobId });
  if (job.accountId !== accountId) {
    throw new Refusal("FORBIDDEN", "This job belongs to another account.");
  }
  return job;
}
