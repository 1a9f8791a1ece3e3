import type { Role } from "./records";

/**
 * Who may do what: one row a permission, read by every verb, by the pages that explain themselves and by the
 * table the team page shows. Only OpenTrain's own page confirms or declines, so no row says that.
 */
export const RIGHTS = {
  read: ["owner", "finance", "viewer"],
  export: ["owner", "finance"],
  open_to_confirm: ["owner"],
  add_requests: ["owner"],
  dismiss_blocked: ["owner"],
  manage_connection: ["owner"],
  manage_capture: ["owner"],
  manage_team: ["owner"],
  /** One's own password and sessions, nobody else's. */
  manage_own_sign_in: ["owner", "finance", "viewer"],
  /** How one sees the inbox oneself. */
  manage_own_preferences: ["owner", "finance", "viewer"],
} as const satisfies Record<string, readonly Role[]>;

export type Permission = keyof typeof RIGHTS;

/** Roles somebody can be invited as; the others wait for their pages, or come by the set-up link. */
export const INVITABLE_ROLES = ["finance"] as const satisfies readonly Role[];
export type InvitableRole = (typeof INVITABLE_ROLES)[number];

export function can(role: Role, permission: Permission): boolean {
  return (RIGHTS[permission] as readonly Role[]).includes(role);
}
