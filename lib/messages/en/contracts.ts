import type { MilestonePhase } from "@/lib/domain/records";

export const contracts = {
  statuses: { active: "Active", ended: "Ended" } as Record<string, string>,
  milestonePhases: {
    not_funded: "Not funded",
    funded: "Funded",
    submitted: "Funded, perhaps handed in",
    released: "Released",
    other: "Unknown state",
  } satisfies Record<MilestonePhase, string>,
  milestoneGone: "No longer listed by OpenTrain: refunded or cancelled.",
  escrow: "In escrow",
  paymentTypes: {
    FIXED: "Fixed price",
    FIXED_PRICE: "Fixed price",
    PAY_PER_HOUR: "Per hour",
    PAY_PER_LABEL: "Per label",
  } as Record<string, string>,
};
