import type { Approval } from "@/lib/api/types";
import { endsOfIds } from "@/lib/domain/ends-of-ids";

type Person = Pick<Approval, "id" | "counterparty" | "counterpartyId">;

/** Names are a first name and an initial, so two people can share one: the end of their id tells them apart. */
export function sameNames(approvals: readonly Person[]): Map<string, string> {
  const idsOf = new Map<string, Set<string>>();
  for (const { counterparty, counterpartyId } of approvals) {
    if (counterparty === null || counterpartyId === null) continue;
    idsOf.set(counterparty, (idsOf.get(counterparty) ?? new Set()).add(counterpartyId));
  }
  const endsOf = new Map([...idsOf].map(([name, ids]) => [name, ids.size > 1 ? endsOfIds(ids) : null]));
  const marks = new Map<string, string>();
  for (const { id, counterparty, counterpartyId } of approvals) {
    const ends = counterparty === null ? null : endsOf.get(counterparty);
    const end = counterpartyId === null ? undefined : ends?.get(counterpartyId);
    if (end !== undefined) marks.set(id, end);
  }
  return marks;
}
