import { asc, type SQL, sql } from "drizzle-orm";
import type { Money } from "@/lib/domain/records";
import type { ListFilter } from "@/lib/store/approvals/list-filter";
import { matches } from "@/lib/store/approvals/list-filter";
import type { Reads } from "@/lib/store/pool";
import { approvals } from "@/lib/store/schema";

/** As much of what waits as a list has to know of all of it: a few words each, instead of everything known. */
export type OutlineRow = {
  id: string;
  type: string | null;
  expiresAt: Date | null;
  contractId: string | null;
  contractTitle: string | null;
  counterparty: string | null;
  counterpartyId: string | null;
  agentName: string | null;
  tokenLabel: string | null;
  moneyKind: Money["kind"];
  totalCents: number | null;
  maxTotalCents: number | null;
  atLeast: boolean;
  /** Whether it is among what was searched. */
  isFound: boolean;
};

/** Everything that matches the first filter, by its deadline; `searched` marks what matches the second. */
export function outlineOf(
  db: Reads,
  filter: ListFilter,
  searched: ListFilter | null,
  limit: number,
): Promise<OutlineRow[]> {
  const isFound: SQL = searched ? sql`coalesce((${matches(searched)}), false)` : sql`true`;
  return db
    .select({
      id: approvals.id,
      type: approvals.type,
      expiresAt: approvals.expiresAt,
      contractId: approvals.contractId,
      contractTitle: approvals.contractTitle,
      counterparty: approvals.counterparty,
      counterpartyId: approvals.counterpartyId,
      agentName: approvals.agentName,
      tokenLabel: approvals.tokenLabel,
      moneyKind: approvals.moneyKind,
      totalCents: approvals.totalCents,
      maxTotalCents: approvals.maxTotalCents,
      atLeast: sql<boolean>`approvals.at_least`,
      isFound: isFound.mapWith(Boolean),
    })
    .from(approvals)
    .where(matches(filter))
    .orderBy(sql`${approvals.expiresAt} asc nulls last`, asc(approvals.id))
    .limit(limit);
}
