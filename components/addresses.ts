/** Every address of ours, in one place. */
export const addresses = {
  inbox: "/",
  history: "/history",
  contracts: "/contracts",
  settings: "/settings/connection",
  add: "/add",
  signIn: "/sign-in",
  approval: (id: string) => `/approvals/${encodeURIComponent(id)}`,
  contract: (id: string) => `/contracts/${encodeURIComponent(id)}`,
};
