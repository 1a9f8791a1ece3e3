import { type OpenTrainFailure, unreachable } from "@/lib/opentrain/failures";
import { applyReads } from "@/lib/services/approvals/apply-reads";
import { findInLedger } from "@/lib/services/approvals/find-in-ledger";
import { gatherFacts, noFacts } from "@/lib/services/approvals/gather-facts";
import { problemOfFailure } from "@/lib/services/approvals/problem-of-failure";
import { connectionNow } from "@/lib/services/connections/connection-now";
import { openReader, type Reader } from "@/lib/services/connections/open-reader";
import { rememberClock } from "@/lib/services/connections/remember-clock";
import { runningClock } from "@/lib/services/running-clock";
import { findApproval } from "@/lib/store/approvals/rows";
import { findConnection } from "@/lib/store/connections/rows";
import type { Db } from "@/lib/store/pool";

export type ReadApprovalInput = {
  db: Db;
  workspaceId: string;
  id: string;
  now: Date;
  reader?: Reader;
  isScheduled?: boolean;
};

/** After so long on the way to the database, frozen or held up, an answer is no news any more. */
const longestOnTheWayMs = 60_000;
/** Reading by the clock, a contract is read anew when it is older than this, or its request was answered. */
const contractFreshMs = 10 * 60_000;

/** Reads one approval we know again and applies the answer; the failure, when there was one. */
export async function readApproval(input: ReadApprovalInput): Promise<OpenTrainFailure | null> {
  const { db, workspaceId, id, now } = input;
  const connection = await findConnection(db, workspaceId);
  const reader = input.reader ?? (connection && (await openReader(db, connection)));
  if (!connection || !reader) return null;
  const clock = runningClock(now);
  const row = await findApproval(db, workspaceId, id);
  const seenBy = row?.readByToken;
  const answer = await reader.read((client) => client.getApproval(id), seenBy);
  const at = () => connectionNow({ clockOffsetMs: reader.offsetMs() }, now);
  const answeredAt = performance.now();
  const isNews = answer.ok && answer.value.status !== "pending";
  const contractsBefore =
    input.isScheduled && !isNews
      ? new Date(connectionNow(connection, now).getTime() - contractFreshMs)
      : null;
  const facts = answer.ok
    ? await gatherFacts(db, reader, connection, [answer.value], now, { contractsBefore })
    : noFacts;
  const isInLedger = answer.ok && (await findInLedger({ reader, row, approval: answer.value, at: at() }));
  const known = await rememberClock(db, connection, reader);
  const place = { connection: known, at: connectionNow(known, clock()) };
  const read = answer.ok
    ? { id, approval: answer.value, tokenId: answer.tokenId, isInLedger }
    : { id, problem: problemOfFailure(answer.failure) };
  if (performance.now() - answeredAt > longestOnTheWayMs) return unreachable("timeout");
  await db.transaction((tx) => applyReads(tx, place, [read], facts));
  return answer.ok ? null : answer.failure;
}
