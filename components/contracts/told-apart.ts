import type { Contract } from "@/lib/api/types";

/** Contracts that read alike, of one freelancer's name and one title: their ids, so that each row can say more. */
export function lookAlikes(contracts: readonly Contract[]): Set<string> {
  const byLook = new Map<string, string[]>();
  for (const { id, title, freelancer } of contracts) {
    const look = JSON.stringify([title, freelancer?.displayName ?? null]);
    byLook.set(look, [...(byLook.get(look) ?? []), id]);
  }
  return new Set([...byLook.values()].filter((ids) => ids.length > 1).flat());
}

/** As much of the id's end as tells it from the others'. */
export function endOfId(id: string): string {
  return id.replace(/[^A-Za-z0-9]/g, "").slice(-4);
}
