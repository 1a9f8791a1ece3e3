import { AppError } from "@/lib/errors";
import type { Db } from "@/lib/store/pool";
import { attemptsSince, countAttempt } from "@/lib/store/throttle";

const windowMs = 15 * 60_000;
/** Tokens one person may have checked within the window: each is a call to OpenTrain in our name. */
const mostChecks = 12;

/** Counted before the call is made, so that many at once cannot all slip under the limit. */
export async function limitChecks(db: Db, personId: string, now: Date): Promise<void> {
  const subject = subjectOf(personId);
  await countAttempt(db, [subject], now);
  const counted = await attemptsSince(db, [subject], new Date(now.getTime() - windowMs));
  const buckets = counted.get(subject) ?? [];
  let over = buckets.reduce((sum, { count }) => sum + count, 0) - mostChecks;
  if (over <= 0) return;
  await countAttempt(db, [subject], now, -1);
  for (const { windowStart, count } of buckets) {
    over -= count;
    if (over > 0) continue;
    const seconds = Math.ceil((windowStart.getTime() + windowMs - now.getTime()) / 1000);
    const retryAfterSeconds = Math.min(windowMs / 1000, Math.max(1, seconds));
    throw new AppError("RATE_LIMITED", { reason: "too_many_checks", details: { retryAfterSeconds } });
  }
}

/** OpenTrain could not say anything of the token, so the check counts for nothing. */
export async function forgiveCheck(db: Db, personId: string, now: Date): Promise<void> {
  await countAttempt(db, [subjectOf(personId)], now, -1);
}

function subjectOf(personId: string): string {
  return `token check by ${personId}`;
}
