/**
 * Why the live page is not here. The worker knows `silent`: nothing came back; `slow`: nothing came in time;
 * `gateway`: something in front of the inbox answered. The page finds out more: `offline`: the device itself has
 * no network; `unwell`: the inbox answers, and not well.
 */
export type Cause = "silent" | "slow" | "gateway" | "offline" | "unwell";

/** A device that says it is offline is; one that says it is online may be anything. */
export function causeNow(known: Cause, isOnLine: boolean): Cause {
  if (!isOnLine) return "offline";
  return known === "offline" ? "silent" : known;
}

/** What a look at the inbox's health says; null: it is well. */
export async function askHealth(ask: typeof fetch = fetch): Promise<Cause | null> {
  try {
    const answer = await ask("/api/health", { cache: "no-store", signal: AbortSignal.timeout(10_000) });
    if (answer.ok) return null;
    const isOurs = answer.headers.get("content-security-policy")?.includes("/api/csp-report") ?? false;
    return isOurs ? "unwell" : "gateway";
  } catch {
    return "silent";
  }
}
