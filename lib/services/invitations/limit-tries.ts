import { AppError } from "@/lib/errors";
import type { Db } from "@/lib/store/pool";
import { attemptsSince, countAttempt } from "@/lib/store/throttle";

const windowMs = 15 * 60_000;
const mostTries = 10;

/**
 * One link must not become a way to ask which addresses have an account here. Counted before the try, so that
 * many at once are not many free ones; `forgive` takes back one that asked nothing.
 */
export async function limitTries(
  db: Db,
  invitationId: string,
  now: Date,
): Promise<{ forgive: () => Promise<void> }> {
  const subject = `address for invitation ${invitationId}`;
  const forgive = () => countAttempt(db, [subject], now, -1);
  await countAttempt(db, [subject], now);
  const counted = await attemptsSince(db, [subject], new Date(now.getTime() - windowMs));
  const tries = (counted.get(subject) ?? []).reduce((sum, { count }) => sum + count, 0);
  if (tries <= mostTries) return { forgive };
  await forgive();
  const retryAfterSeconds = windowMs / 1000;
  throw new AppError("RATE_LIMITED", { reason: "too_many_tries", details: { retryAfterSeconds } });
}
