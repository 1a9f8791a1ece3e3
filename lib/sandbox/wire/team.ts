import { iso } from "../clock";
import type { Account, Person } from "../state/shapes";

const nameOf = (person: Person) => `${person.firstName} ${person.lastName}`;

/** The account's own side is not masked. An invitation that has run out is no longer one. */
export function teamOut(account: Account, now: number) {
  const { invites = [], added = [] } = account.team ?? {};
  const seats = Object.entries(account.people).map(([seat, person]) => ({
    person,
    role: seat === "owner" ? "OWNER" : "MEMBER",
    joinedAt: account.createdAt,
  }));
  const members = [
    ...seats,
    ...added.map((one) => ({ person: one, role: "MEMBER", joinedAt: one.joinedAt })),
  ];
  return {
    organization: {
      id: account.organizationId,
      name: account.organizationName,
      ownerUserId: account.people.owner.userId,
      ownerName: nameOf(account.people.owner),
    },
    members: members.map(({ person, role, joinedAt }) => ({
      userId: person.userId,
      role,
      name: nameOf(person),
      email: person.email,
      joinedAt: iso(joinedAt),
    })),
    invites: invites
      .filter(({ expiresAt }) => expiresAt > now)
      .map(({ id, email, createdAt, expiresAt }) => ({
        id,
        email,
        createdAt: iso(createdAt),
        expiresAt: iso(expiresAt),
      })),
  };
}
