import { AppError } from "@/lib/errors";
import type { Db } from "@/lib/store/pool";
import { attemptsSince, type Bucket, countAttempt, forgetAttempts } from "@/lib/store/throttle";

const windowMs = 15 * 60_000;
/** Wrong passwords from one address, or for one account, until the next is refused. */
const mostWrong = 10;
/**
 * Once an account is under attack, what an address may still get wrong there. Not nothing, or a stranger
 * could lock the owner out who mistypes once; not ten, or each new address would be worth ten guesses.
 */
const mostWrongUnderAttack = 3;

export type Attempt = { byAddress: string; byAccount: string; byBoth: string };

export function attemptOf(address: string, email: string): Attempt {
  const from = networkOf(address);
  return {
    byAddress: `password from ${from}`,
    byAccount: `password for ${email}`,
    byBoth: `password for ${email} from ${from}`,
  };
}

/** A household or a server has a whole /64 of IPv6 addresses to itself. */
function networkOf(address: string): string {
  const plain = address.replace(/^::ffff:(?=\d+\.\d+\.\d+\.\d+$)/i, "");
  if (!plain.includes(":")) return plain;
  const [head = "", tail = ""] = plain.replace(/%.*$/, "").split("::");
  const groups = head === "" ? [] : head.split(":");
  const rest = tail === "" ? [] : tail.split(":");
  const missing = plain.includes("::") ? Math.max(0, 8 - groups.length - rest.length) : 0;
  const all = [...groups, ...Array<string>(missing).fill("0"), ...rest];
  return `${all
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(":")}::/64`;
}

/**
 * Counts the attempt as a wrong one before the password is looked at, so that a hundred at once are not a
 * hundred free guesses; a right one takes its count back. `tooMany` is what a wrong one is answered when the
 * account has had enough of them, from wherever they came.
 */
export async function beginAttempt(
  db: Db,
  attempt: Attempt,
  now: Date,
): Promise<{ tooMany: AppError | null }> {
  const subjects = [attempt.byAddress, attempt.byAccount, attempt.byBoth];
  await countAttempt(db, subjects, now);
  const counted = await attemptsSince(db, subjects, new Date(now.getTime() - windowMs));
  const [address, account, both] = subjects.map((subject) => counted.get(subject) ?? []);
  const fromAddress = roomAt(address ?? [], mostWrong);
  const forAccount = roomAt(account ?? [], mostWrong);
  const fromBoth = forAccount && roomAt(both ?? [], mostWrongUnderAttack);
  const until = latest(fromAddress, fromBoth);
  if (until === null) return { tooMany: forAccount && tooMany(forAccount, now) };
  await countAttempt(db, subjects, now, -1);
  throw tooMany(until, now);
}

/** The password was right: it was no wrong one, and what this address got wrong here before is forgiven. */
export async function forgiveAttempt(db: Db, attempt: Attempt, now: Date): Promise<void> {
  await countAttempt(db, [attempt.byAddress, attempt.byAccount], now, -1);
  await forgetAttempts(db, attempt.byBoth);
}

function tooMany(until: Date, now: Date): AppError {
  const seconds = Math.ceil((until.getTime() - now.getTime()) / 1000);
  const retryAfterSeconds = Math.min(windowMs / 1000, Math.max(1, seconds));
  return new AppError("RATE_LIMITED", { reason: "too_many_attempts", details: { retryAfterSeconds } });
}

/** When there is room for another attempt again; null while there is. */
function roomAt(buckets: Bucket[], most: number): Date | null {
  let over = buckets.reduce((sum, { count }) => sum + count, 0) - most;
  if (over <= 0) return null;
  for (const { windowStart, count } of buckets) {
    over -= count;
    if (over <= 0) return new Date(windowStart.getTime() + windowMs);
  }
  return null;
}

function latest(a: Date | null, b: Date | null): Date | null {
  if (a === null || b === null) return a ?? b;
  return a > b ? a : b;
}
