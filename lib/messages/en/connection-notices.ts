import { grouped } from "./grouped";
import { plural } from "./plural";

/** What every page says of the connection while something is wrong with it. */
export const connectionNotices = {
  name: "Connection",
  disconnected:
    "Disconnected from OpenTrain {since}. Nothing new is read; what was read before stays, with its age.",
  no_token: "No token is stored here, so nothing new is read.",
  token_expired: {
    only: "The token “{label}” expired {since}. Nothing new is read until it is replaced.",
    other: "The token “{label}” expired {since}. What only it could see is not read any more.",
  },
  token_refused: {
    only: "OpenTrain has refused the token “{label}” since {since}. Nothing new is read until it is replaced.",
    other:
      "OpenTrain has refused the token “{label}” since {since}. What only it could see is not read any more.",
  },
  token_expires: "The token “{label}” expires {at}. Replace it before then, or nothing new is read by it.",
  scope_missing: {
    "payments:read": "No token here may read approvals: payments:read is missing. Nothing new is read.",
    "proposals:read": "Without proposals:read, a hire request does not say who is to be hired.",
    "jobs:read": "Without jobs:read, a request does not say which job it belongs to.",
  } as Record<string, string>,
  scopeUnknown: "A scope is missing.",
  steps: {
    disconnected: "Connect it again",
    no_token: "Add a token",
    token: "Replace the token",
    scope: "Add a token that has it",
  },
  askOwner: "The owner can mend this.",
  more: (count: number) => plural(count, "One more notice", `${grouped(count)} more notices`),
  tokenUnnamed: "API token",
  earlier: "some time ago",
};
