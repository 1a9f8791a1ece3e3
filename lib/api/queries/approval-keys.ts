export const approvalKeys = {
  all: ["approvals"] as const,
  open: () => ["approvals", "list", { phase: "open" }] as const,
  settled: (cursor: string | null) => ["approvals", "list", { phase: "settled", cursor }] as const,
  detail: (id: string) => ["approvals", "detail", id] as const,
};
