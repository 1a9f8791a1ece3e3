import type { Preferences } from "@/lib/domain/preferences";
import { openSession } from "@/lib/services/people/open-session";
import { isPassword } from "@/lib/services/people/password";
import { attemptOf, beginAttempt, forgiveAttempt } from "@/lib/services/people/throttle";
import { holdPassword } from "@/lib/store/people/password";
import { findMemberByEmail, normalEmail } from "@/lib/store/people/rows";
import type { Db } from "@/lib/store/pool";

export type AuthenticateInput = {
  db: Db;
  now: Date;
  email: string;
  password: string;
  /** Where the attempt comes from, as far as the proxies we trust tell. */
  address: string;
  userAgent: string | null;
};

/** Null for every kind of wrong; RATE_LIMITED when there were too many of them. */
export async function authenticate({
  db,
  now,
  email,
  password,
  address,
  userAgent,
}: AuthenticateInput): Promise<{
  sessionId: string;
  personId: string;
  appearance: Pick<Preferences, "locale" | "theme">;
} | null> {
  const attempt = attemptOf(address, normalEmail(email).slice(0, 254));
  const { tooMany } = await beginAttempt(db, attempt, now);
  const member = await findMemberByEmail(db, email);
  const isRight = await isPassword(member?.person.passwordHash ?? null, password);
  if (!member || !isRight) {
    if (tooMany) throw tooMany;
    return null;
  }
  await forgiveAttempt(db, attempt, now);
  const personId = member.person.id;
  return db.transaction(async (tx) => {
    // A password that was changed while it was checked is an old one, and opens nothing any more.
    if (!(await holdPassword(tx, personId, member.person.passwordHash))) return null;
    const device = { address, userAgent };
    const sessionId = await openSession(tx, { personId, workspaceId: member.workspaceId }, device, now);
    const { locale, theme } = member.person;
    return { sessionId, personId, appearance: { locale, theme } };
  });
}
