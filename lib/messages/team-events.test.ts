import { expect, it } from "vitest";
import { history } from "./en/history";

const say = (kind: string, data: Record<string, unknown> = {}) => history.event({ kind, data, text: null });

it("has words for everything that happens to a team", () => {
  expect([
    say("invitation_made", { role: "finance" }),
    say("invitation_revoked", { why: "owner" }),
    say("invitation_revoked", { why: "workspace_closed" }),
    say("member_joined", { role: "finance" }),
    say("member_removed", { role: "finance", sessions: 2 }),
    say("member_returned", { role: "finance" }),
    say("sessions_revoked", { sessions: 1 }),
    say("password_changed", { sessions: 0 }),
    say("preferences_changed", { theme: "dark" }),
    say("member_joined", { role: "<b>" }),
  ]).toEqual([
    "Invited somebody as finance.",
    "Withdrew an invitation before it was used.",
    "An open invitation ended when its workspace was closed.",
    "Joined by invitation, as finance.",
    "Removed from the team; 2 sessions were ended.",
    "Came back by invitation, as finance.",
    "Signed out everywhere else; one session was ended.",
    "Changed the password.",
    "Changed how they see this inbox.",
    "Joined by invitation, as a member.",
  ]);
  for (const kind of ["signed_in", "signed_out", "session_revoked", "owner_created"]) {
    expect(say(kind)).not.toMatch(/no words for/);
  }
});
