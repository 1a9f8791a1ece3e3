/**
 * Every call this client can make; `*` stands for one id. Nothing that hires, funds, releases, ends or tops up
 * is among them, and the transport sends nothing that is not in this list.
 */
export const ROUTES = [
  "GET approvals/*",
  "GET auth/me",
  "GET contracts",
  "GET contracts/*",
  "GET credits",
  "GET credits/ledger",
  "GET credits/top-ups/*",
  "GET job-drafts/capabilities",
  "GET jobs/*/proposals",
  "GET jobs/mine",
  "GET payments/pending",
  "GET proposals/*",
  "GET team",
  "GET tokens",
  "GET updates",
  "GET webhooks",
  "GET webhooks/*",
  "POST webhooks",
  "DELETE webhooks/*",
] as const;

export type Route = (typeof ROUTES)[number];

export type Call = {
  route: Route;
  /** What stands in the place of `*`. */
  id?: string;
  query?: Readonly<Record<string, string | number | null | undefined>>;
  body?: Readonly<Record<string, unknown>>;
};

const PREFIX = "/api/public/v1";

/** The method and the address on the one origin; null when the id would leave its place. */
export function requestOf(call: Call, origin: string): { method: string; url: URL } | null {
  if (!ROUTES.includes(call.route)) throw new Error("this client does not make that call");
  const [method = "", path = ""] = call.route.split(" ");
  const segment = path.includes("*") ? segmentOf(call.id ?? "", method) : "";
  if (segment === null) return null;
  const url = new URL(`${PREFIX}/${path.replace("*", () => segment)}`, origin);
  for (const [name, value] of Object.entries(call.query ?? {})) {
    if (value !== null && value !== undefined) url.searchParams.set(name, String(value));
  }
  return { method, url };
}

function segmentOf(id: string, method: string): string | null {
  if (id === "" || id === "." || id === ".." || /\p{Cs}/u.test(id)) return null;
  const segment = encodeURIComponent(id);
  // A server that decodes before it routes must not be led to take away something else.
  return method !== "GET" && segment.includes("%") ? null : segment;
}
