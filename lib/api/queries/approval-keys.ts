export const approvalKeys = {
  all: ["approvals"] as const,
  open: () => ["approvals", "list", { phase: "open" }] as const,
  allSettled: () => ["approvals", "list", { phase: "settled" }] as const,
  settled: (cursor: string | null) => ["approvals", "list", { phase: "settled", cursor }] as const,
  onContract: (contractId: string, cursor: string | null) =>
    ["approvals", "list", { contractId, cursor }] as const,
  details: () => ["approvals", "detail"] as const,
  detail: (id: string) => ["approvals", "detail", id] as const,
};
