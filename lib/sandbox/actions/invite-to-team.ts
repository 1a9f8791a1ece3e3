import { TEAM_INVITE_LIFE_MS, UNDELIVERABLE_EMAIL } from "../guesses";
import { newId } from "../ids";
import { badField, conflict } from "../refusal";
import type { Account, Person, Team } from "../state/shapes";
import type { Transaction } from "../state/transaction";
import { isObject } from "./hire-terms";

type Outcome = "invite_created" | "member_added" | "already_member";

const EMAIL = /^[^\s@]+@[^\s@.]+(\.[^\s@.]+)+$/;
const MAX_EMAIL = 254;

export function parseInviteEmail(body: unknown): string {
  const email = isObject(body) ? body.email : undefined;
  if (typeof email !== "string" || email.length > MAX_EMAIL || !EMAIL.test(email.trim())) {
    throw badField("email");
  }
  return email.trim().toLowerCase();
}

/** Somebody OpenTrain already knows joins at once; anybody else is written to, and asked again is the same invitation. */
export function inviteToTeam(tx: Transaction, account: Account, email: string): Outcome {
  const { invites = [], added = [] } = account.team ?? {};
  if ([...Object.values(account.people), ...added].some((person) => person.email === email)) {
    return "already_member";
  }
  const now = tx.now(account.id);
  const put = (team: Team) => tx.put("accounts", { ...tx.account(account.id), team });
  const known = findPerson(tx, email);
  const open = invites.filter((invite) => invite.expiresAt > now && invite.email !== email);
  if (known) {
    put({ invites: open, added: [...added, { ...known, joinedAt: now }] });
    return "member_added";
  }
  if (UNDELIVERABLE_EMAIL.test(email)) {
    throw conflict("invite_email_send_failed", "The invitation could not be sent to this address.");
  }
  const earlier = invites.find((invite) => invite.expiresAt > now && invite.email === email);
  const created = { id: newId("tinv"), email, createdAt: now, expiresAt: now + TEAM_INVITE_LIFE_MS };
  put({ invites: [...open, earlier ?? created], added });
  return "invite_created";
}

function findPerson(tx: Transaction, email: string): Person | undefined {
  for (const { people } of tx.world.accounts.all()) {
    const found = Object.values(people).find((person) => person.email === email);
    if (found) return found;
  }
  return undefined;
}
