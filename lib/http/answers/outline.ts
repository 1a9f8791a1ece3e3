import { instant } from "@/lib/api/schemas/answers/approval";
import type { Approval } from "@/lib/api/types";
import { outlineApprovals } from "@/lib/services/approvals/outline";
import type { Ctx } from "@/lib/services/context";

type Outlined = Pick<
  Approval,
  "id" | "type" | "expiresAt" | "contractId" | "contractTitle" | "counterparty" | "counterpartyId"
> & {
  agent: Pick<NonNullable<Approval["agent"]>, "name" | "tokenLabel">;
  money: Pick<Approval["money"], "kind" | "totalCents" | "maxTotalCents" | "atLeast">;
  isFound: boolean;
};

/** All that waits, in a few words each, for what a page says of more than it draws. */
export async function answerOutline(ctx: Ctx, q: string | null): Promise<Outlined[]> {
  const rows = await outlineApprovals({ ctx, q });
  return rows.map((row) => ({
    id: row.id,
    type: row.type,
    expiresAt: instant(row.expiresAt),
    contractId: row.contractId,
    contractTitle: row.contractTitle,
    counterparty: row.counterparty,
    counterpartyId: row.counterpartyId,
    agent: { name: row.agentName, tokenLabel: row.tokenLabel },
    money: {
      kind: row.moneyKind,
      totalCents: row.totalCents,
      maxTotalCents: row.maxTotalCents,
      atLeast: row.atLeast,
    },
    isFound: row.isFound,
  }));
}
