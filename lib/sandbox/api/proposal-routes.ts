import { findProposal } from "../actions/check-proposal";
import { mustBeFreelancer } from "../actions/find-freelancer";
import { startConversation } from "../actions/start-conversation";
import { FLAGS } from "../flags";
import { CONVERSATION_STATUS } from "../guesses";
import { Refusal } from "../refusal";
import { freelancerProfileOut } from "../wire/freelancer";
import { interviewOut, proposalDetailOut } from "../wire/proposal";
import { ok } from "./answer";
import type { Route } from "./route";

export const proposalRoutes: Route[] = [
  {
    method: "GET",
    path: "/proposals/:id",
    gate: { scopes: ["proposals:read"] },
    needs: "proposalId",
    run: (tx, { caller, id }) => {
      const proposal = findProposal(tx, caller.account.id, id);
      return ok({ proposal: proposalDetailOut(proposal, tx.must("jobs", proposal.jobId)) });
    },
  },
  {
    method: "GET",
    path: "/proposals/:id/interview",
    gate: { scopes: ["proposals:read"] },
    run: (tx, { caller, id }) => {
      const proposal = findProposal(tx, caller.account.id, id);
      if (proposal.interviewScore === null) {
        throw new Refusal("NOT_FOUND", "This proposal has no interview.", {
          resource: "interviews",
          proposalId: id,
        });
      }
      return ok({ interview: interviewOut(proposal, tx.must("jobs", proposal.jobId)) });
    },
  },
  {
    method: "POST",
    path: "/proposals/:id/conversation",
    gate: { scopes: ["messages:write"], flag: FLAGS.messagingWrites, claim: "start a conversation" },
    run: (tx, { caller, id }) => {
      const proposal = findProposal(tx, caller.account.id, id);
      const { conversationId, created } = startConversation(tx, proposal);
      const body = { ok: true, conversationId, proposalId: id, jobId: proposal.jobId, created };
      return { status: CONVERSATION_STATUS, body };
    },
  },
  {
    method: "GET",
    path: "/freelancers/:id",
    gate: { scopes: ["proposals:read"] },
    run: (tx, { id }) => {
      const { candidate, hourlyRateUsd } = mustBeFreelancer(tx, id);
      return ok({ freelancer: freelancerProfileOut(candidate, hourlyRateUsd) });
    },
  },
];
