import { iso } from "../clock";
import { PUBLISHED_JOB_STATUSES } from "../guesses";
import type { Job, Proposal } from "../state/shapes";
import { show } from "./show";

export const JOB_STATUSES = ["DRAFT", "OPEN", "ONGOING", "COMPLETED", "ARCHIVED", "PENDING_APPROVAL"];

export function isPublished(job: Job): boolean {
  return PUBLISHED_JOB_STATUSES.includes(job.status);
}

export function jobOut(job: Job, proposals: Proposal[], origin: string) {
  const mine = proposals.filter((proposal) => proposal.jobId === job.id);
  return show(job, {
    id: job.id,
    title: job.title,
    status: job.status,
    published: isPublished(job),
    acceptingApplicants: job.status === "OPEN",
    createdAt: iso(job.createdAt),
    updatedAt: iso(job.updatedAt),
    jobUrl: `${origin}/jobs/${job.id}`,
    proposalCounts: {
      total: mine.length,
      unreviewed: mine.filter((proposal) => proposal.status === "UNREVIEWED").length,
    },
  });
}
