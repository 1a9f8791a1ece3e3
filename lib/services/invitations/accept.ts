import { randomUUID } from "node:crypto";
import { AppError, isAppError } from "@/lib/errors";
import { findUsableInvitation, type Link } from "@/lib/services/invitations/find-usable";
import { limitTries } from "@/lib/services/invitations/limit-tries";
import { revokeInvitations } from "@/lib/services/invitations/revoke-open";
import { checkPassword } from "@/lib/services/people/check-password";
import { openSession } from "@/lib/services/people/open-session";
import { hashPassword } from "@/lib/services/people/password";
import { addEvent } from "@/lib/store/events";
import { type InvitationRow, listOpenInvitations, spendInvitation } from "@/lib/store/invitations/rows";
import { lockInstallation } from "@/lib/store/locks";
import { findPerson } from "@/lib/store/people/password";
import { hasEmail, insertPerson, normalEmail } from "@/lib/store/people/rows";
import { endSessionsOf } from "@/lib/store/people/sessions";
import { takeBack } from "@/lib/store/people/team";
import type { Db, Tx } from "@/lib/store/pool";

export type AcceptInvitationInput = {
  db: Db;
  now: Date;
  link: Link;
  email: string;
  password: string;
  name: string | null;
  timeZone: string | null;
  address: string;
  userAgent: string | null;
};

type Newcomer = { email: string; passwordHash: string; name: string | null; timeZone: string | null };

/** Whoever holds the link becomes a member, once, and is signed in. What is refused leaves the link whole. */
export async function acceptInvitation(
  input: AcceptInvitationInput,
): Promise<{ personId: string; sessionId: string }> {
  const { db, now, link, password } = input;
  // Looked at before the slow hash, so that a guessed link costs us nothing.
  const { invitation } = await findUsableInvitation(db, link, now);
  const email = await emailFor(db, invitation, input.email);
  checkPassword(password, email);
  const { forgive } = await limitTries(db, invitation.id, now);
  try {
    return await join({ ...input, email });
  } catch (error) {
    if (!isAppError(error) || error.reason !== "email_taken") await forgive();
    throw error;
  }
}

async function join(input: AcceptInvitationInput): Promise<{ personId: string; sessionId: string }> {
  const { db, now, link, email, password, name, timeZone, address, userAgent } = input;
  const passwordHash = await hashPassword(password);
  return db.transaction(async (tx) => {
    await lockInstallation(tx);
    const { invitation } = await findUsableInvitation(tx, link, now);
    const newcomer = { email, passwordHash, name, timeZone };
    const personId = invitation.personId
      ? await comeBack(tx, invitation, invitation.personId, newcomer, now)
      : await joinNew(tx, invitation, newcomer, now);
    if (!(await spendInvitation(tx, invitation.id, personId, now))) {
      throw new AppError("GONE", { reason: "invitation_used" });
    }
    const { workspaceId } = invitation;
    const sessionId = await openSession(tx, { personId, workspaceId }, { address, userAgent }, now);
    return { personId, sessionId };
  });
}

/** Whoever comes back keeps the address they had. */
async function emailFor(db: Db, { personId }: InvitationRow, given: string): Promise<string> {
  const person = personId === null ? null : await findPerson(db, personId);
  if (!person) return normalEmail(given);
  if (normalEmail(given) !== person.email) {
    throw new AppError("BAD_REQUEST", { reason: "email_other", details: { field: "email" } });
  }
  return person.email;
}

async function joinNew(
  tx: Tx,
  { id, workspaceId, role }: InvitationRow,
  newcomer: Newcomer,
  now: Date,
): Promise<string> {
  if (await hasEmail(tx, newcomer.email)) {
    throw new AppError("CONFLICT", { reason: "email_taken", details: { field: "email" } });
  }
  const personId = randomUUID();
  await insertPerson(tx, { ...newcomer, id: personId, createdAt: now }, { workspaceId, role });
  await addEvent(tx, {
    workspaceId,
    at: now,
    kind: "member_joined",
    actor: { kind: "person", id: personId },
    subject: { kind: "person", id: personId },
    data: { role, invitationId: id },
    text: { email: newcomer.email, name: newcomer.name },
  });
  return personId;
}

async function comeBack(
  tx: Tx,
  { id, workspaceId, role }: InvitationRow,
  personId: string,
  newcomer: Newcomer,
  now: Date,
): Promise<string> {
  await takeBack(tx, personId, newcomer, { workspaceId, role });
  // Another link made for them would be a way to set their password once more, or back in after a removal.
  const others = (await listOpenInvitations(tx, workspaceId, now)).filter(
    (other) => other.personId === personId && other.id !== id,
  );
  await revokeInvitations(tx, others, { why: "returned", now, by: { kind: "person", id: personId } });
  // One that was opened while they were being removed was dead with them; it must not wake with them.
  await endSessionsOf(tx, personId, now);
  await addEvent(tx, {
    workspaceId,
    at: now,
    kind: "member_returned",
    actor: { kind: "person", id: personId },
    subject: { kind: "person", id: personId },
    data: { role, invitationId: id },
    text: { email: newcomer.email, name: newcomer.name },
  });
  return personId;
}
