import { AppError } from "@/lib/errors";
import { limits } from "@/lib/recorder/limits";

/** How many calls are under way, so that one agent that asks without end leaves room for the others. */
export class Crowd {
  readonly #byToken = new Map<string, number>();
  #all = 0;

  enter(tokenKey: string): void {
    const count = this.#byToken.get(tokenKey) ?? 0;
    if (count >= limits.atOncePerToken || this.#all >= limits.atOnce) {
      throw new AppError("RATE_LIMITED", { reason: "too_many_at_once", details: { retryAfterSeconds: 1 } });
    }
    this.#byToken.set(tokenKey, count + 1);
    this.#all += 1;
  }

  leave(tokenKey: string): void {
    const count = (this.#byToken.get(tokenKey) ?? 1) - 1;
    if (count === 0) this.#byToken.delete(tokenKey);
    else this.#byToken.set(tokenKey, count);
    this.#all -= 1;
  }
}
