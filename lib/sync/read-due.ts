import type { OpenTrainFailure } from "@/lib/opentrain/failures";
import { readApproval } from "@/lib/services/approvals/read";
import { proveClaim } from "@/lib/services/claims/prove";
import { dueApprovalIds } from "@/lib/store/approvals/due";
import { dueClaimIds } from "@/lib/store/claims/rows";
import { callsLeft, checkLease, isEnding, placeOf, type Round, RoundStopped } from "@/lib/sync/round";

const mostAtOnce = 25;

/** What is near or past its deadline, or was not read for long; the nearest deadline first. */
export async function readDue(round: Round): Promise<void> {
  const { db, connection, reader, clock } = round;
  const { workspaceId } = connection;
  const ids = await dueApprovalIds(db, connection.id, placeOf(round).at, mostAtOnce);
  let failedInARow = 0;
  for (const id of ids) {
    if (callsLeft(round) <= 0) return;
    checkLease(round);
    const failure = await readApproval({ db, workspaceId, id, now: clock(), reader });
    failedInARow = failure && isEnding(failure) ? failedInARow + 1 : 0;
    // One that OpenTrain stumbles over must not hide the others; two in a row are an outage.
    if (failure && failedInARow > 0 && (isFinal(failure) || failedInARow > 1))
      throw new RoundStopped(failure);
  }
}

function isFinal(failure: OpenTrainFailure): boolean {
  return failure.why === "unauthorized" || failure.why === "rate_limited" || failure.why === "network";
}

/** Claims whose time for another try has come. */
export async function proveDue(round: Round): Promise<void> {
  const { db, connection, reader, clock } = round;
  const { workspaceId } = connection;
  for (const id of await dueClaimIds(db, workspaceId, clock(), mostAtOnce)) {
    if (callsLeft(round) <= 0) return;
    await proveClaim({ db, workspaceId, id, now: clock(), reader });
  }
}
