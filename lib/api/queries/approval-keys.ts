export const approvalKeys = {
  all: ["approvals"] as const,
  open: () => ["approvals", "list", { phase: "open" }] as const,
  allSettled: () => ["approvals", "list", { phase: "settled" }] as const,
  settled: (cursor: string | null, search = "") =>
    ["approvals", "list", { phase: "settled", ...(search === "" ? {} : { search }), cursor }] as const,
  /** `cursor`, as of any further page: what it holds is all it can be told of. */
  settledPart: (search: string, part: string) =>
    ["approvals", "list", { phase: "settled", search, cursor: part }] as const,
  historySums: (search: string, timeZone: string) =>
    ["approvals", "list", { phase: "settled", search, sums: timeZone }] as const,
  onContract: (contractId: string, cursor: string | null) =>
    ["approvals", "list", { contractId, cursor }] as const,
  details: () => ["approvals", "detail"] as const,
  detail: (id: string) => ["approvals", "detail", id] as const,
};
