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

const SUMMARY = "Answered clearly and worked through the sample task without help.";

export const PROPOSAL_STATUSES = Object.keys(LABELS);

export function bidUnit(proposal: Proposal, job: Job): PaymentType {
  return proposal.bidUnit ?? job.paymentType;
}

export function proposalOut(proposal: Proposal, job: Job) {
  const { candidate } = proposal;
  const unit = bidUnit(proposal, job);
  return show(proposal, {
    id: proposal.id,
    jobId: proposal.jobId,
    jobTitle: job.title,
    createdAt: iso(proposal.createdAt),
    updatedAt: iso(proposal.updatedAt),
    status: { raw: proposal.status, label: LABELS[proposal.status] ?? proposal.status },
    bid: {
      amountUsd: proposal.bidUsd,
      unit: UNITS[unit],
      labelerHourlyRateUsd: unit === "PAY_PER_HOUR" ? proposal.bidUsd : null,
    },
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
  const interviewed = proposal.interviewScore !== null;
  return {
    ...proposalOut(proposal, job),
    aiInterview: interviewed
      ? { score: proposal.interviewScore, summary: SUMMARY, transcriptAvailable: true }
      : null,
    verification: {
      location: { status: "VERIFIED", method: "DOCUMENT", checkedAt: iso(proposal.createdAt) },
      identity: { verified: true },
    },
    openLabel: null,
    contract: proposal.contractId === null ? null : { id: proposal.contractId },
  };
}

/** Only of a proposal that was interviewed. The words are the sandbox's own and name nobody. */
export function interviewOut(proposal: Proposal, job: Job) {
  const said: [role: "interviewer" | "candidate", content: string][] = [
    ["interviewer", `Tell me about work you have done that is close to "${job.title}".`],
    ["candidate", "I worked on two comparable sets, and checked a tenth of the second one for others."],
    ["interviewer", "What do you do with a case the guidelines leave open?"],
    ["candidate", "I note it, ask, and go on with the clear ones until there is an answer."],
  ];
  return {
    proposalId: proposal.id,
    interviewId: `int_${proposal.id}`,
    score: proposal.interviewScore,
    summary: SUMMARY,
    messages: said.map(([role, content], index) => ({
      id: `int_${proposal.id}_${index + 1}`,
      role,
      content,
      sentAt: iso(proposal.createdAt + index * 60_000),
    })),
  };
}
