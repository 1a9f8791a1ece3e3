/** The catalogue of section 12.2. */
export const EVENT_TYPES = [
  "proposal.received",
  "proposal.status_changed",
  "message.received",
  "contract.created",
  "milestone.status_changed",
  "payment.pending",
  "approval.confirmed",
  "contract.budget_state_changed",
];
