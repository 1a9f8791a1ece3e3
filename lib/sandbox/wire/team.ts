import { iso } from "../clock";
import type { Account, Person } from "../state/shapes";

const nameOf = (person: Person) => `${person.firstName} ${person.lastName}`;

export function teamOut(account: Account) {
  return {
    organization: {
      id: account.organizationId,
      name: account.organizationName,
      ownerUserId: account.people.owner.userId,
      ownerName: nameOf(account.people.owner),
    },
    members: Object.entries(account.people).map(([seat, person]) => ({
      userId: person.userId,
      role: seat === "owner" ? "OWNER" : "MEMBER",
      name: nameOf(person),
      email: person.email,
      joinedAt: iso(account.createdAt),
    })),
    invites: [],
  };
}
