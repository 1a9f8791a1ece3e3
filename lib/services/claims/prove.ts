import type { ClaimWhy } from "@/lib/domain/records";
import type { OpenTrainFailure } from "@/lib/opentrain/failures";
import { applyReads } from "@/lib/services/approvals/apply-reads";
import { gatherFacts, noFacts } from "@/lib/services/approvals/gather-facts";
import { connectionNow } from "@/lib/services/connections/connection-now";
import { openReader, type Reader } from "@/lib/services/connections/open-reader";
import { rememberClock } from "@/lib/services/connections/remember-clock";
import { runningClock } from "@/lib/services/running-clock";
import { findApproval } from "@/lib/store/approvals/rows";
import { findClaim, updateClaim } from "@/lib/store/claims/rows";
import { findConnection } from "@/lib/store/connections/rows";
import { addJob, claimJobKey, readJobKey, removeJob } from "@/lib/store/jobs";
import { lockCapture } from "@/lib/store/locks";
import type { Db } from "@/lib/store/pool";

export type ProveClaimInput = {
  db: Db;
  workspaceId: string;
  id: string;
  now: Date;
  /** For the read itself; what lies around it gets the same again. */
  withinMs?: number;
  reader?: Reader;
  /** Called as soon as it is listed; what lies around it is read after that. */
  listed?: () => void;
};

const firstWaitMs = 15_000;
const longestWaitMs = 6 * 60 * 60_000;
const mostTries = 40;

/** One read: proven, it is listed with what we were told; else it stays a claim and says why. */
export async function proveClaim(input: ProveClaimInput): Promise<"listed" | "claimed"> {
  const { db, workspaceId, id, now, withinMs = 10_000 } = input;
  const limits = { timeoutMs: withinMs, budgetMs: withinMs };
  const connection = await findConnection(db, workspaceId);
  const reader = input.reader ?? (connection && (await openReader(db, connection, limits)));
  if (!connection || !reader) return stay(input, "not_connected");
  const clock = runningClock(now);
  const answer = await reader.read((client) => client.getApproval(id));
  if (!answer.ok) return stay(input, whyOf(answer.failure));
  const known = await rememberClock(db, connection, reader);
  const place = { connection: known, at: connectionNow(known, clock()) };
  const read = { id, approval: answer.value, tokenId: answer.tokenId };
  const key = readJobKey(workspaceId, id);
  await db.transaction(async (tx) => {
    await applyReads(tx, place, [read], noFacts);
    // A stop between here and there must not leave it without names and money.
    await addJob(tx, "read_approval", { workspaceId, id }, { key, inMs: firstWaitMs });
  });
  input.listed?.();
  const facts = await gatherFacts(db, reader, known, [answer.value], now);
  await db.transaction(async (tx) => {
    await applyReads(tx, place, [read], facts);
    await removeJob(tx, key);
  });
  return "listed";
}

async function stay(input: ProveClaimInput, why: ClaimWhy): Promise<"listed" | "claimed"> {
  const { db, workspaceId, id, now } = input;
  return db.transaction(async (tx) => {
    await lockCapture(tx, workspaceId, id);
    const claim = await findClaim(tx, workspaceId, id);
    if (!claim) return (await findApproval(tx, workspaceId, id)) ? "listed" : "claimed";
    const tries = claim.tries + 1;
    const waitMs = Math.min(longestWaitMs, firstWaitMs * 2 ** Math.min(tries - 1, 20));
    const isTriedAgain = tries < mostTries;
    const nextTryAt = isTriedAgain ? new Date(now.getTime() + waitMs) : null;
    await updateClaim(tx, workspaceId, id, { why, tries, nextTryAt });
    const key = claimJobKey(workspaceId, id);
    if (isTriedAgain) await addJob(tx, "prove_claim", { workspaceId, id }, { key, inMs: waitMs });
    else await removeJob(tx, key);
    return "claimed";
  });
}

function whyOf(failure: OpenTrainFailure): ClaimWhy {
  if (failure.kind === "garbled") return "garbled";
  if (failure.kind === "unreachable") return "unreachable";
  if (failure.why === "unauthorized") return "refused";
  return failure.why === "not_found" ? "not_visible" : "scope";
}
