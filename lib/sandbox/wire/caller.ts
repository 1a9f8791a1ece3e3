import type { Caller } from "../caller";

/** The caller's own data, unmasked. Whether the account is claimed has no documented field, so it has none here. */
export function describeCaller({ account, token }: Caller) {
  const { userId, email, firstName, lastName } = account.people[token.seat];
  return {
    actor: {
      userId,
      email,
      firstName,
      lastName,
      fullName: `${firstName} ${lastName}`,
      userType: "EMPLOYER",
    },
    token: {
      id: token.id,
      label: token.name,
      scopes: token.scopes,
      ownerOrganizationId: account.organizationId,
    },
    account: {
      kind: "employer_organization",
      organizationId: account.organizationId,
      ownerUserId: account.people.owner.userId,
      memberRole: token.seat === "owner" ? "OWNER" : "MEMBER",
    },
  };
}
