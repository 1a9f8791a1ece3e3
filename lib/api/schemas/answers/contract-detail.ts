import { contractJson } from "@/lib/api/schemas/answers/contract";
import { ledgerJson } from "@/lib/api/schemas/answers/ledger";
import type { ContractDetail } from "@/lib/api/types";
import type { WholeContract } from "@/lib/domain/records";
import { messagesFor } from "@/lib/messages";

export function contractDetailJson({ contract, budget, unread, ledger }: WholeContract): ContractDetail {
  return {
    contract: contractJson(contract),
    budget: budget && { ...budget.budget, readAt: budget.readAt.toISOString() },
    budgetUnknown: unread && {
      code: unread.code,
      since: unread.since.toISOString(),
      text: messagesFor("en").around.unknown("budget", unread.code),
    },
    ledger: ledgerJson(ledger),
  };
}
