/** `page`: somebody goes there. `file`: one whose name changes with its content. `leave`: none of the worker's. */
export type Wish = "page" | "file" | "leave";

type Asked = { method: string; mode: string; url: string };

export function wishOf({ method, mode, url }: Asked, origin: string): Wish {
  const asked = new URL(url);
  if (method !== "GET" || asked.origin !== origin) return "leave";
  // A list as a file, or signing in: never in the place of a page.
  if (asked.pathname.startsWith("/api/")) return "leave";
  if (mode === "navigate") return "page";
  return asked.pathname.startsWith("/_next/static/") ? "file" : "leave";
}

/** Something in front of the inbox answered in its place. */
export function isStandIn({ status, headers }: Pick<Response, "status" | "headers">): boolean {
  if (status !== 502 && status !== 503 && status !== 504) return false;
  return !headers.get("content-security-policy")?.includes("/api/csp-report");
}
