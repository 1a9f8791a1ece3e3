import { iso } from "../clock";
import type { Job, PaymentType, Proposal } from "../state/shapes";
import { displayName, profileSlug } from "./person";
import { show } from "./show";

const LABELS: Record<string, string> = {
  UNREVIEWED: "Unreviewed",
  SHORTLISTED: "Shortlisted",
  MAYBE: "Maybe",
  HIRED: "Hired",
  DECLINED: "Declined",
  NOT_A_FIT: "Not a fit",
  RESUME_SENT: "Resume sent",
};

const UNITS: Record<PaymentType, string> = {
  FIXED_PRICE: "FIXED_PRICE",
  PAY_PER_HOUR: "PER_HOUR",
  PAY_PER_LABEL: "PER_LABEL",
};

export const PROPOSAL_STATUSES = Object.keys(LABELS);

export function proposalOut(proposal: Proposal, job: Job) {
  const { candidate } = proposal;
  return show(proposal, {
    id: proposal.id,
    jobId: proposal.jobId,
    jobTitle: job.title,
    createdAt: iso(proposal.createdAt),
    updatedAt: iso(proposal.updatedAt),
    status: { raw: proposal.status, label: LABELS[proposal.status] ?? proposal.status },
    bid: { amountUsd: proposal.bidUsd, unit: UNITS[job.paymentType], labelerHourlyRateUsd: null },
    candidate: {
      id: candidate.userId,
      profileSlug: profileSlug(candidate),
      displayName: displayName(candidate),
      firstName: candidate.firstName,
      lastNameInitial: candidate.lastNameInitial,
      profileTitle: candidate.title,
      profilePhotoUrl: null,
      countryCode: candidate.countryCode,
      country: candidate.country,
      talentType: "FREELANCER",
      highestEarningsUsd: null,
      reviewCount: 0,
    },
    metrics: { interviewScore: proposal.interviewScore, matchScore: proposal.matchScore },
  });
}

export function proposalDetailOut(proposal: Proposal, job: Job) {
  return {
    ...proposalOut(proposal, job),
    aiInterview: {
      score: proposal.interviewScore,
      summary: "Answered clearly and worked through the sample task without help.",
      transcriptAvailable: false,
    },
    verification: {
      location: { status: "VERIFIED", method: "DOCUMENT", checkedAt: iso(proposal.createdAt) },
      identity: { verified: true },
    },
    openLabel: null,
    contract: proposal.contractId === null ? null : { id: proposal.contractId },
  };
}
