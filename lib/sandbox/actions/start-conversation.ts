import { conflict } from "../refusal";
import type { Proposal } from "../state/shapes";
import type { Transaction } from "../state/transaction";

type Started = { conversationId: string; created: boolean };

/** One for each proposal. Who was invited and has not answered cannot be written to yet. */
export function startConversation(tx: Transaction, proposal: Proposal): Started {
  if (proposal.conversationId !== undefined) {
    return { conversationId: proposal.conversationId, created: false };
  }
  if (proposal.invited) {
    throw conflict("proposal_not_ready_for_messaging", "This proposal cannot be written about yet.");
  }
  const conversationId = tx.newId(proposal.accountId, "conv");
  tx.put("proposals", { ...proposal, conversationId });
  return { conversationId, created: true };
}
