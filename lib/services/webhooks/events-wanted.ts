/** What moves something we show; all of it by payments:read, which every token of ours has. */
export const EVENTS_WANTED = [
  "approval.confirmed",
  "contract.created",
  "milestone.status_changed",
  "payment.pending",
  "contract.budget_state_changed",
];
