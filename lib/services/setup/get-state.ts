import { hasOwner } from "@/lib/store/people/rows";
import type { Db } from "@/lib/store/pool";

export async function getSetupState({ db }: { db: Db }): Promise<{ hasOwner: boolean }> {
  return { hasOwner: await hasOwner(db) };
}
