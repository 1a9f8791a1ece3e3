import { AppError } from "@/lib/errors";

const windowMs = 60_000;
/** Refused calls one address may make within the window before it is no longer listened to. */
export const MOST_JUNK = 300;
const mostAddresses = 10_000;

/** For an address that anybody may send to: what was refused counts, what was taken does not. */
export class JunkLimit {
  #windowEnds = 0;
  #counts = new Map<string, number>();

  /** Before anything is read or looked up. */
  check(address: string, now: number): void {
    if (now >= this.#windowEnds) {
      this.#counts.clear();
      this.#windowEnds = now + windowMs;
    }
    if ((this.#counts.get(address) ?? 0) < MOST_JUNK) return;
    const retryAfterSeconds = Math.ceil((this.#windowEnds - now) / 1000);
    throw new AppError("RATE_LIMITED", { details: { retryAfterSeconds } });
  }

  note(address: string): void {
    if (this.#counts.size >= mostAddresses) this.#counts.clear();
    this.#counts.set(address, (this.#counts.get(address) ?? 0) + 1);
  }
}
