import type { Role } from "./records";

export const PERMISSIONS = [
  "read",
  "export",
  "open_to_confirm",
  "add_requests",
  "manage_connection",
  "manage_capture",
  "manage_team",
] as const;
export type Permission = (typeof PERMISSIONS)[number];

const RIGHTS: Record<Role, readonly Permission[]> = {
  owner: PERMISSIONS,
  finance: ["read", "export"],
  viewer: ["read"],
};

export function can(role: Role, permission: Permission): boolean {
  return RIGHTS[role].includes(permission);
}
