import { askToEnd } from "../actions/end";
import { askToFund } from "../actions/fund";
import { askToHire } from "../actions/hire";
import { askToRelease } from "../actions/release";
import { readApproval } from "../approvals/read";
import type { Requested } from "../approvals/request";
import { FLAGS } from "../flags";
import { approvalOut } from "../wire/approval";
import { type Answer, ok } from "./answer";
import type { ApiCall, Route } from "./route";

const HIRE_MESSAGE =
  "Hire request recorded. A signed-in human must confirm this approval in the OpenTrain app before the freelancer is hired and any money moves.";
const MONEY_MESSAGE = "A human must confirm this request before any money moves. Share the approvalUrl.";

const payments = (claim: string) =>
  ({ scopes: ["payments:write"], flag: FLAGS.paymentsWrite, claim }) satisfies Route["gate"];

export const approvalRoutes: Route[] = [
  {
    method: "GET",
    path: "/approvals/:id",
    gate: { scopes: ["payments:read"] },
    run: (tx, { caller, id }) => ok({ approval: approvalOut(readApproval(tx, caller, id), caller.origin) }),
  },
  {
    method: "POST",
    path: "/proposals/:id/hire",
    gate: { scopes: ["proposals:write"], flag: FLAGS.hiring, claim: "hire from a proposal" },
    run: (tx, call) => recorded(call, askToHire(tx, call.caller, call.id, call.body()), HIRE_MESSAGE),
  },
  {
    method: "POST",
    path: "/milestones/:id/fund",
    gate: payments("fund a milestone"),
    run: (tx, call) => recorded(call, askToFund(tx, call.caller, call.id), MONEY_MESSAGE),
  },
  {
    method: "POST",
    path: "/milestones/:id/approve",
    gate: payments("release a milestone"),
    run: (tx, call) => recorded(call, askToRelease(tx, call.caller, call.id), MONEY_MESSAGE),
  },
  {
    method: "POST",
    path: "/contracts/:id/end",
    gate: payments("end a contract"),
    needs: "contractId",
    run: (tx, call) => {
      const answer = askToEnd(tx, call.caller, call.id);
      if ("ended" in answer) return ok({ ok: true, contractId: answer.ended.id, status: "ended" });
      return recorded(call, answer, MONEY_MESSAGE);
    },
  },
];

function recorded({ caller }: ApiCall, { approval, repeated }: Requested, message: string): Answer {
  const status = repeated ? caller.account.guesses.repeatStatus : 202;
  return { status, body: { approval: approvalOut(approval, caller.origin), message } };
}
