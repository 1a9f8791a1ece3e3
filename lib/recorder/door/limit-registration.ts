import { AppError } from "@/lib/errors";
import type { LimitRegistration } from "@/lib/recorder/door/registration";
import type { Db } from "@/lib/store/pool";
import { attemptsSince, countAttempt } from "@/lib/store/throttle";

const dayMs = 24 * 60 * 60_000;

/** In a day; the calls around an account include the waiting for a human's claim, every few seconds. */
const most = {
  account: { address: 10, all: 100 },
  call: { address: 2_000, all: 10_000 },
};

/** Counted before it is sent, so that many at once cannot all slip under. */
export function limitRegistration(db: () => Db, now: () => Date): LimitRegistration {
  return async (what, address) => {
    const [byAddress, byAll] = [`agent ${what} ${address}`, `agent ${what}`];
    const at = now();
    await countAttempt(db(), [byAddress, byAll], at);
    const counted = await attemptsSince(db(), [byAddress, byAll], new Date(at.getTime() - dayMs));
    const sum = (subject: string) => (counted.get(subject) ?? []).reduce((all, { count }) => all + count, 0);
    if (sum(byAddress) <= most[what].address && sum(byAll) <= most[what].all) return;
    await countAttempt(db(), [byAddress, byAll], at, -1);
    throw new AppError("RATE_LIMITED", { reason: "too_many_agents", details: { retryAfterSeconds: 3600 } });
  };
}
