import { inviteToTeam, parseInviteEmail } from "../actions/invite-to-team";
import { FLAGS } from "../flags";
import { TEAM_INVITE_STATUS } from "../guesses";
import { teamOut } from "../wire/team";
import { ok } from "./answer";
import type { Route } from "./route";

export const teamRoutes: Route[] = [
  {
    method: "GET",
    path: "/team",
    gate: { scopes: ["team:read"], flag: FLAGS.team, teams: true, tells: ["grantedScopes"] },
    run: (tx, { caller: { account } }) => ok({ team: teamOut(account, tx.now(account.id)) }),
  },
  {
    method: "POST",
    path: "/team/invites",
    gate: {
      scopes: ["team:write"],
      flag: FLAGS.team,
      teams: true,
      claim: "invite a teammate",
      tells: ["grantedScopes"],
    },
    run: (tx, { caller: { account }, body }) => {
      const email = parseInviteEmail(body());
      const status = inviteToTeam(tx, account, email);
      const team = teamOut(tx.account(account.id), tx.now(account.id));
      return { status: TEAM_INVITE_STATUS, body: { ok: true, status, email, team } };
    },
  },
];
