import type { Approval } from "@/lib/api/types";

type Person = Pick<Approval, "id" | "counterparty" | "counterpartyId">;

/** Names are a first name and an initial, so two people can share one: the end of their id tells them apart. */
export function sameNames(approvals: readonly Person[]): Map<string, string> {
  const idsOf = new Map<string, Set<string>>();
  for (const { counterparty, counterpartyId } of approvals) {
    if (counterparty === null || counterpartyId === null) continue;
    idsOf.set(counterparty, (idsOf.get(counterparty) ?? new Set()).add(counterpartyId));
  }
  const marks = new Map<string, string>();
  for (const { id, counterparty, counterpartyId } of approvals) {
    const ids = counterparty === null ? undefined : idsOf.get(counterparty);
    if (ids && ids.size > 1 && counterpartyId !== null)
      marks.set(id, counterpartyId.replace(/[^A-Za-z0-9]/g, "").slice(-4));
  }
  return marks;
}
