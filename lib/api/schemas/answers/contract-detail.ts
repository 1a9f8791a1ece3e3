import { contractJson } from "@/lib/api/schemas/answers/contract";
import { ledgerJson } from "@/lib/api/schemas/answers/ledger";
import type { ContractDetail } from "@/lib/api/types";
import type { WholeContract } from "@/lib/domain/records";
import type { Messages } from "@/lib/messages";

export function contractDetailJson(
  { contract, budget, unread, ledger }: WholeContract,
  words: Messages,
): ContractDetail {
  return {
    contract: contractJson(contract),
    budget: budget && { ...budget.budget, readAt: budget.readAt.toISOString() },
    budgetUnknown: unread && {
      code: unread.code,
      since: unread.since.toISOString(),
      text: words.around.unknown("budget", unread.code),
    },
    ledger: ledgerJson(ledger, words),
  };
}
