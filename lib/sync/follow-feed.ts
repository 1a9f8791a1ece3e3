import { passFailpoint } from "@/lib/failpoint";
import type { Updates } from "@/lib/opentrain/map";
import { applyReads } from "@/lib/services/approvals/apply-reads";
import { gatherFacts } from "@/lib/services/approvals/gather-facts";
import { findBackfill } from "@/lib/store/backfills/rows";
import { lockConnection, updateConnection } from "@/lib/store/connections/rows";
import { lockWorkspace } from "@/lib/store/locks";
import { namedBy } from "@/lib/sync/named-by";
import { readNamed } from "@/lib/sync/read-named";
import {
  callsKeptForDeadlines,
  callsLeft,
  checkLease,
  demandLease,
  placeOf,
  type Round,
  RoundStopped,
  readOrStop,
} from "@/lib/sync/round";

/** So few that what one page names fits into a round. */
const eventsPerPage = 25;

export type Followed = { isBehind: boolean; movedMoney: boolean };

/** From the stored cursor to the present, or as far as the budget reaches. */
export async function followFeed(round: Round): Promise<Followed> {
  let movedMoney = false;
  if (await isWalkedTo(round)) return { isBehind: true, movedMoney };
  for (;;) {
    checkLease(round);
    const cursor = round.connection.feedCursor;
    const answer = await readOrStop(round, (client) => client.getUpdates({ cursor, limit: eventsPerPage }));
    if (!answer.ok) throw new RoundStopped(answer.failure);
    const page = answer.value;
    movedMoney ||= namedBy(page.events).movesMoney;
    const hasMoved = await applyPage(round, page);
    if (!page.hasMore || !hasMoved) return { isBehind: false, movedMoney };
    if (callsLeft(round) <= callsKeptForDeadlines) return { isBehind: true, movedMoney };
  }
}

/** The present is being looked for by whoever reads the history; from there on it is followed. */
async function isWalkedTo({ db, connection }: Round): Promise<boolean> {
  if (connection.feedCursor !== null) return false;
  const history = await findBackfill(db, connection.id);
  return history !== null && history.collectedAt === null;
}

/** The cursor moves with what its page caused: both, or neither. */
async function applyPage(round: Round, page: Updates): Promise<boolean> {
  const { db, connection, reader, clock } = round;
  const from = connection.feedCursor;
  const to = page.nextCursor ?? page.events.at(-1)?.id ?? from;
  if (to === from && page.events.length === 0) return false;
  const { approvalIds, contractIds, settlements } = namedBy(page.events);
  // At the same time: a decision is shown one call sooner.
  const [reads, named] = await Promise.all([
    readNamed(round, approvalIds, settlements),
    gatherFacts(db, reader, connection, [], clock(), { contractIds }),
  ]);
  const approvals = reads.flatMap((read) => ("approval" in read ? [read.approval] : []));
  const around = await gatherFacts(db, reader, connection, approvals, clock(), {
    exceptContractIds: contractIds,
  });
  const facts = {
    ...around,
    contracts: [...named.contracts, ...around.contracts],
    failed: [...named.failed, ...around.failed],
  };
  const missing = contractIds.some((id) => !facts.contracts.some((contract) => contract.id === id));
  const hasMoved = await db.transaction(async (tx) => {
    await lockWorkspace(tx, connection.workspaceId);
    const current = await lockConnection(tx, connection.id);
    await demandLease(round, tx);
    // Somebody else was faster: what this page caused is theirs, and done.
    if (!current || current.feedCursor !== from) return false;
    await applyReads(tx, placeOf(round), reads, facts);
    // A contract that could not be read now is read with all of them in the next round.
    const changes = { feedCursor: to, ...(missing ? { contractsReadAt: null } : {}) };
    await updateConnection(tx, connection.id, changes);
    Object.assign(connection, changes);
    passFailpoint("feed-page-before-commit");
    return to !== from;
  });
  passFailpoint("feed-page-committed");
  return hasMoved;
}
