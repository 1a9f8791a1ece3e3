import { FLAGS } from "../flags";
import { describeCaller } from "../wire/caller";
import { describeCapabilities } from "../wire/capabilities";
import { ok } from "./answer";
import type { Route } from "./route";

export const accountRoutes: Route[] = [
  { method: "GET", path: "/auth/me", gate: {}, run: (_tx, { caller }) => ok(describeCaller(caller)) },
  {
    method: "GET",
    path: "/job-drafts/capabilities",
    gate: { flag: FLAGS.draft, tells: ["mode"] },
    run: (_tx, { caller: { account } }) => ok(describeCapabilities(account.flags)),
  },
];
