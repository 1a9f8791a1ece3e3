import { passFailpoint } from "@/lib/failpoint";
import type { Asked } from "@/lib/services/asks/asked";
import { insertAsk } from "@/lib/store/asks/insert";
import type { Db, Tx } from "@/lib/store/pool";
import type { AskRow } from "@/lib/store/schema";

export type KeptBy = Pick<AskRow, "kept" | "keeper">;

/** One statement and one commit: on disk before the call is sent. False when its connection is gone. */
export async function beginAsk(db: Db | Tx, asked: Asked, by: KeptBy): Promise<boolean> {
  passFailpoint("ask-before-commit");
  const isThere = await insertAsk(db, { ...asked, ...by });
  passFailpoint("ask-committed");
  return isThere;
}
