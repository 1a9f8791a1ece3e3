import { describe, expect, it } from "vitest";
import type { Role } from "./records";
import { can, INVITABLE_ROLES, type Permission, RIGHTS } from "./rights";

const permissions = Object.keys(RIGHTS) as Permission[];
const allowed = (role: Role) => permissions.filter((permission) => can(role, permission));

describe("the table of rights", () => {
  it("gives the owner everything", () => expect(allowed("owner")).toEqual(permissions));

  it("lets finance read and export, and change nothing but how they sign in", () =>
    expect(allowed("finance")).toEqual(["read", "export", "manage_own_sign_in", "manage_own_preferences"]));

  it("lets a viewer read", () =>
    expect(allowed("viewer")).toEqual(["read", "manage_own_sign_in", "manage_own_preferences"]));

  it("invites finance only, and nobody who could let others in", () => {
    expect(INVITABLE_ROLES).toEqual(["finance"]);
    for (const role of INVITABLE_ROLES) expect(can(role, "manage_team")).toBe(false);
  });
});
