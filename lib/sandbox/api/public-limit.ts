import type { Context } from "hono";
import { PUBLIC_WINDOW_MS } from "../guesses";
import { Refusal } from "../refusal";

const CALLS_PER_WINDOW = 120;

/** Calls without a token are counted by the address they come from. */
export class PublicLimit {
  private startedAt = 0;
  private readonly counts = new Map<string, number>();

  take(c: Context, now = Date.now()): void {
    if (Math.abs(now - this.startedAt) >= PUBLIC_WINDOW_MS) {
      this.startedAt = now;
      this.counts.clear();
    }
    const address = addressOf(c);
    const count = (this.counts.get(address) ?? 0) + 1;
    this.counts.set(address, count);
    if (count > CALLS_PER_WINDOW) {
      throw new Refusal("RATE_LIMITED", "Too many requests from this address. Try again in a minute.");
    }
  }
}

function addressOf(c: Context): string {
  const env = c.env as { incoming?: { socket?: { remoteAddress?: string } } } | undefined;
  return env?.incoming?.socket?.remoteAddress ?? "";
}
