import { TYPE_OF_ACTION } from "@/lib/domain/actions";
import { tellUnknown } from "@/lib/services/asks/tell";
import { connectionNow } from "@/lib/services/connections/connection-now";
import { listOnSubject } from "@/lib/store/approvals/rows";
import { keeperName, listUnderWay, markUnknown } from "@/lib/store/asks/rows";
import { findConnectionById } from "@/lib/store/connections/rows";
import { addJob, readJobKey, syncJobKey } from "@/lib/store/jobs";
import { lockWorkspace } from "@/lib/store/locks";
import type { Db, Tx } from "@/lib/store/pool";
import { isAnybodyPresent } from "@/lib/store/presence";
import type { AskRow } from "@/lib/store/schema";

/** A web that was just started may not have said yet that it is there. */
const graceMs = 1_000;
/** Longer than any call through the recorder may take: whoever still has it in hand has forgotten it. */
const longestMs = 10 * 60_000;
const mostAtOnce = 500;

/**
 * What a web had in hand when it died was perhaps taken by OpenTrain: nobody knows.
 */
export async function noteAbandoned(db: Db, now: Date): Promise<void> {
  const left = await listUnderWay(db, new Date(now.getTime() - graceMs), mostAtOnce);
  for (const keeper of new Set(left.map((ask) => ask.keeper))) {
    const theirs = left.filter((ask) => ask.keeper === keeper);
    const isGone = await db.transaction(async (tx) => !(await isAnybodyPresent(tx, keeperName(keeper))));
    for (const ask of theirs) {
      if (!isGone && now.getTime() - ask.begunAt.getTime() < longestMs) continue;
      const connection = await findConnectionById(db, ask.connectionId);
      await db.transaction(async (tx) => {
        await lockWorkspace(tx, ask.workspaceId);
        await noteUnknown(tx, ask, connectionNow(connection, now));
      });
    }
  }
}

/** Shown from now on, with what it is about; what is known about the same thing is read again, since it may be the answer. */
export async function noteUnknown(tx: Tx, ask: Pick<AskRow, "workspaceId" | "id">, at: Date): Promise<void> {
  const row = await markUnknown(tx, ask, at);
  if (!row) return;
  await tellUnknown(tx, row, at);
  const { workspaceId, connectionId, action, subjectId } = row;
  await addJob(tx, "sync_connection", { connectionId }, { key: syncJobKey(connectionId) });
  for (const id of await listOnSubject(tx, workspaceId, { type: TYPE_OF_ACTION[action], subjectId })) {
    await addJob(tx, "read_approval", { workspaceId, id }, { key: readJobKey(workspaceId, id) });
  }
}
