import type { Contract } from "@/lib/api/types";
import { endsOfIds } from "@/lib/domain/ends-of-ids";

/** Contracts that read alike, of one freelancer's name and one title: the end of each id, so that its row can say more. */
export function lookAlikes(contracts: readonly Contract[]): Map<string, string> {
  const byLook = new Map<string, string[]>();
  for (const { id, title, freelancer } of contracts) {
    const look = JSON.stringify([title, freelancer?.displayName ?? null]);
    byLook.set(look, [...(byLook.get(look) ?? []), id]);
  }
  const alike = [...byLook.values()].filter((ids) => ids.length > 1);
  return new Map(alike.flatMap((ids) => [...endsOfIds(ids)]));
}
