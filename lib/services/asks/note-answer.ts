import { passFailpoint } from "@/lib/failpoint";
import type { Asked } from "@/lib/services/asks/asked";
import type { KeptBy } from "@/lib/services/asks/begin";
import { type Answer, notedOf } from "@/lib/services/asks/kept-answer";
import { insertAnswer } from "@/lib/store/asks/insert";
import type { Db } from "@/lib/store/pool";

/**
 * One statement and one commit: safe before the agent gets it, and settled right after. False when its
 * connection is gone.
 */
export async function noteAnswer(db: Db, asked: Asked, by: KeptBy, answer: Answer): Promise<boolean> {
  passFailpoint("answer-before-commit");
  const isThere = await insertAnswer(db, { ...asked, ...by }, notedOf(answer, asked.at));
  passFailpoint("answer-committed");
  return isThere;
}
