import type { OpenTrainFailure } from "@/lib/opentrain/failures";
import { readApproval } from "@/lib/services/approvals/read";
import { proveClaim } from "@/lib/services/claims/prove";
import { dueApprovalIds } from "@/lib/store/approvals/due";
import { dueClaimIds } from "@/lib/store/claims/rows";
import { findFeed, updateFeed } from "@/lib/store/feeds";
import { afterCalls, callsAllowed } from "@/lib/sync/reading-budget";
import { callsLeft, checkLease, isEnding, placeOf, type Round, RoundStopped } from "@/lib/sync/round";

const mostClaims = 25;

/**
 * What is near or past its deadline, or was not read for long; the nearest deadline first. `between`: done after
 * each, and no part of what these may cost.
 */
export async function readDue(round: Round, between: () => Promise<void> = async () => {}): Promise<void> {
  const { db, connection, reader } = round;
  const { at } = placeOf(round);
  const { readsAt } = await findFeed(db, connection.id);
  const allowed = callsAllowed(readsAt, at);
  const ids = await dueApprovalIds(db, connection.id, at, allowed);
  const before = reader.callsMade();
  let besides = 0;
  const spent = () => reader.callsMade() - before - besides;
  const goOn = async () => {
    const from = reader.callsMade();
    await between();
    besides += reader.callsMade() - from;
    return spent() < allowed;
  };
  try {
    await readEach(round, ids, goOn);
  } finally {
    if (spent() > 0) await updateFeed(db, connection.id, { readsAt: afterCalls(readsAt, at, spent()) });
  }
}

async function readEach(round: Round, ids: string[], goOn: () => Promise<boolean>): Promise<void> {
  const { db, connection, reader, clock } = round;
  const { workspaceId } = connection;
  let failedInARow = 0;
  for (const id of ids) {
    if (!(await goOn()) || callsLeft(round) <= 0) return;
    checkLease(round);
    const failure = await readApproval({ db, workspaceId, id, now: clock(), reader, isScheduled: true });
    failedInARow = failure && isEnding(failure) ? failedInARow + 1 : 0;
    // One that OpenTrain stumbles over must not hide the others; two in a row are an outage.
    if (failure && failedInARow > 0 && (isFinal(failure) || failedInARow > 1))
      throw new RoundStopped(failure);
  }
}

function isFinal(failure: OpenTrainFailure): boolean {
  return failure.why === "unauthorized" || failure.why === "rate_limited" || failure.why === "network";
}

/** Claims whose time for another try has come. `between`: done before each. */
export async function proveDue(round: Round, between: () => Promise<void> = async () => {}): Promise<void> {
  const { db, connection, reader, clock } = round;
  const { workspaceId } = connection;
  for (const id of await dueClaimIds(db, workspaceId, clock(), mostClaims)) {
    await between();
    if (callsLeft(round) <= 0) return;
    await proveClaim({ db, workspaceId, id, now: clock(), reader });
  }
}
