import { describe, expect, it } from "vitest";
import { acceptBody, invitationBody } from "./team";

const accepted = { secret: "s", email: "robin@example.com", password: "calm river over nine stones" };

describe("invitationBody", () => {
  it("takes finance, for somebody or nobody in particular", () => {
    expect(invitationBody.parse({ role: "finance", label: " Robin " })).toEqual({
      role: "finance",
      label: "Robin",
    });
    expect(invitationBody.safeParse({ role: "finance" }).success).toBe(true);
  });

  it.each([
    { role: "owner" },
    { role: "viewer" },
    {},
    { role: "finance", label: "x".repeat(121) },
    { role: "finance", personId: "x" },
    { role: "finance", isOwner: true },
  ])("refuses %j", (body) => expect(invitationBody.safeParse(body).success).toBe(false));
});

describe("acceptBody", () => {
  it("takes no role and no workspace: both are the invitation's", () => {
    expect(acceptBody.safeParse(accepted).success).toBe(true);
    for (const more of [
      { role: "owner" },
      { workspaceId: "x" },
      { timeZone: "Mars/Olympus" },
      { email: "x" },
    ]) {
      expect(acceptBody.safeParse({ ...accepted, ...more }).success).toBe(false);
    }
  });
});
