import { isUuid } from "@/lib/services/is-uuid";
import { findSessionEnd as findEnd, type SessionEnd } from "@/lib/store/people/sessions";
import type { Db } from "@/lib/store/pool";

/** Told to whoever still holds its cookie: whether they were removed, signed out from elsewhere, or away too long. */
export async function findSessionEnd({
  db,
  now,
  sessionId,
}: {
  db: Db;
  now: Date;
  sessionId: string;
}): Promise<SessionEnd | null> {
  return isUuid(sessionId) ? findEnd(db, sessionId, now) : null;
}
