import { log } from "@/lib/log";
import { type ProveClaimInput, proveClaim } from "@/lib/services/claims/prove";

/** Each holds a connection to the database while it stores; the calls that hand over need theirs too. */
const atOnce = 4;
const mostWaiting = 100;

let running = 0;
const waiting: (() => void)[] = [];

/**
 * Looks at a claim that was just stored, in this process, whether or not whoever told it still waits. What does
 * not fit, and what a stop cuts off, is the worker's: its job is stored with the claim.
 */
export async function proveSoon(input: ProveClaimInput): Promise<"listed" | "claimed"> {
  if (running >= atOnce) {
    if (waiting.length >= mostWaiting) return "claimed";
    await new Promise<void>((go) => waiting.push(go));
  } else running += 1;
  try {
    return await proveClaim(input);
  } catch (error) {
    log.warn({ error, approvalId: input.id }, "a claim could not be looked at yet");
    return "claimed";
  } finally {
    // The place goes to the next one; only where nobody waits is it given up.
    const next = waiting.shift();
    if (next) next();
    else running -= 1;
  }
}
