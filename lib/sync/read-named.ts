import { nothingRead } from "@/lib/domain/nothing-read";
import type { Settlement } from "@/lib/domain/standing";
import type { Read } from "@/lib/services/approvals/apply-reads";
import { problemOfFailure } from "@/lib/services/approvals/problem-of-failure";
import { readersOf } from "@/lib/store/approvals/rows";
import { isEnding, type Round, RoundStopped } from "@/lib/sync/round";

const atOnce = 4;
/** Rounds that failed in a row after which one bad approval no longer holds up the feed. */
const patience = 3;

/** Fetched before anything is written. What no token may see is what the feed says of it, if it says how it ended. */
export async function readNamed(
  round: Round,
  ids: string[],
  settlements: Map<string, Settlement>,
): Promise<Read[]> {
  const { db, connection } = round;
  const known = await readersOf(db, connection.workspaceId, ids);
  const reads: Read[] = [];
  for (let start = 0; start < ids.length; start += atOnce) {
    const batch = ids.slice(start, start + atOnce);
    const read = (id: string) =>
      readOne(round, id, { seenBy: known.get(id), settlement: settlements.get(id) });
    reads.push(...(await Promise.all(batch.map(read))).flat());
  }
  return reads;
}

/** `seenBy`: the token that saw it last; undefined for one we do not know. */
async function readOne(
  { connection, reader }: Round,
  id: string,
  { seenBy, settlement }: { seenBy: string | null | undefined; settlement: Settlement | undefined },
): Promise<Read[]> {
  const answer = await reader.read((client) => client.getApproval(id), seenBy);
  if (answer.ok) return [{ id, approval: answer.value, tokenId: answer.tokenId }];
  const { failure } = answer;
  if (isEnding(failure) && (failure.kind === "refused" || connection.syncFailures < patience)) {
    throw new RoundStopped(failure);
  }
  const problem = problemOfFailure(failure);
  const isHidden = problem === "not_visible" || problem === "scope";
  if (isHidden && settlement) return [{ id, problem, settlement }];
  if (seenBy !== undefined) return [{ id, problem }];
  // Listed as unreadable, so that it is seen and read again instead of being forgotten.
  return isHidden ? [] : [{ id, approval: nothingRead(id), tokenId: null }];
}
