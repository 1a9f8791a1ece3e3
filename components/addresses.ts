/** Every address of ours, in one place. */
export const addresses = {
  inbox: "/",
  history: "/history",
  historyAt: (cursor: string | null) =>
    cursor ? `/history?cursor=${encodeURIComponent(cursor)}` : "/history",
  contracts: "/contracts",
  connection: "/settings/connection",
  capture: "/settings/capture",
  coverage: "/settings/coverage",
  team: "/settings/team",
  appearance: "/settings/appearance",
  security: "/settings/security",
  add: "/add",
  signIn: "/sign-in",
  /** The form itself, whatever became of the session this browser had. */
  signInAsOther: "/sign-in?other=1",
  approval: (id: string) => `/approvals/${encodeURIComponent(id)}`,
  /** Opened from history, it leads back to the page of it. */
  approvalFromHistory: (id: string, cursor: string | null) =>
    `/approvals/${encodeURIComponent(id)}?from=history${cursor ? `&cursor=${encodeURIComponent(cursor)}` : ""}`,
  /** The list with these filters as a file. */
  exportCsv: (filters: Record<string, string>) =>
    `/api/export?${new URLSearchParams({ format: "csv", ...filters })}`,
  contract: (id: string) => `/contracts/${encodeURIComponent(id)}`,
  /** Further back among the requests on it. */
  contractAt: (id: string, cursor: string) =>
    `/contracts/${encodeURIComponent(id)}?cursor=${encodeURIComponent(cursor)}`,
};
