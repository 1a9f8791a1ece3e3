/** Every address of ours, in one place. */
export const addresses = {
  inbox: "/",
  history: "/history",
  historyPrint: "/history/print",
  /** `search`: what its address asks; `row`: the one to come back to. */
  historyAt: (search: string, cursor: string | null, row: string | null = null) => {
    const query = withCursor(search, cursor);
    return `/history${query === "" ? "" : `?${query}`}${row === null ? "" : `#${encodeURIComponent(row)}`}`;
  },
  contracts: "/contracts",
  welcome: "/welcome",
  settings: "/settings",
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
  /** Opened from history, it leads back to where it stood there. */
  approvalFromHistory: (id: string, search: string, cursor: string | null) => {
    const within = withCursor(search, cursor);
    return `/approvals/${encodeURIComponent(id)}?from=history${within === "" ? "" : `&in=${encodeURIComponent(within)}`}`;
  },
  /** The list with these filters as a file. */
  exportCsv: (filters: Record<string, string>) =>
    `/api/export?${new URLSearchParams({ format: "csv", ...filters })}`,
  contract: (id: string) => `/contracts/${encodeURIComponent(id)}`,
  /** Further back among the requests on it. */
  contractAt: (id: string, cursor: string) =>
    `/contracts/${encodeURIComponent(id)}?cursor=${encodeURIComponent(cursor)}`,
};

function withCursor(search: string, cursor: string | null): string {
  const query = new URLSearchParams(search);
  if (cursor) query.set("cursor", cursor);
  return query.toString();
}
