import { iso } from "../clock";
import type { Job, Proposal } from "../state/shapes";
import { show } from "./show";

export const JOB_STATUSES = ["DRAFT", "OPEN", "ONGOING", "COMPLETED", "ARCHIVED", "PENDING_APPROVAL"];

export function jobOut(job: Job, proposals: Proposal[], origin: string) {
  const mine = proposals.filter((proposal) => proposal.jobId === job.id);
  return show(job, {
    id: job.id,
    title: job.title,
    status: job.status,
    published: job.status === "OPEN" || job.status === "ONGOING",
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
