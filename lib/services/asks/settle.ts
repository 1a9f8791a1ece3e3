import { guardOriginLink } from "@/lib/domain/links";
import { isAnother } from "@/lib/domain/unanswered";
import { passFailpoint } from "@/lib/failpoint";
import { applyReads } from "@/lib/services/approvals/apply-reads";
import { noFacts } from "@/lib/services/approvals/gather-facts";
import type { Place } from "@/lib/services/approvals/write-approval";
import type { Asked } from "@/lib/services/asks/asked";
import type { KeptBy } from "@/lib/services/asks/begin";
import type { Answer } from "@/lib/services/asks/kept-answer";
import type { Learned } from "@/lib/services/asks/learned";
import { noteUnknown } from "@/lib/services/asks/note-unknown";
import { tellAnswered, tellBlocked, tellLifted } from "@/lib/services/asks/tell";
import { theirOffset } from "@/lib/services/asks/their-clock";
import { insertAsk } from "@/lib/store/asks/insert";
import { takeAnswer } from "@/lib/store/asks/noted";
import { closeAsk, findSuccessAfter, lockUnknownLike } from "@/lib/store/asks/rows";
import { liftBlocked, noteBlocked } from "@/lib/store/blocked/rows";
import { type ConnectionRow, findConnectionById, updateConnection } from "@/lib/store/connections/rows";
import { addJob, readJobKey, syncJobKey } from "@/lib/store/jobs";
import { lockWorkspace } from "@/lib/store/locks";
import type { Db, Tx } from "@/lib/store/pool";
import type { AskRow } from "@/lib/store/schema";

type Settling = {
  db: Db;
  asked: Asked;
  by: KeptBy;
  answer: Answer;
  /** Ours: later than the answer for what lay somewhere meanwhile. */
  clock: () => Date;
  /** It lies with its asking, and whoever takes it from there settles it. */
  isNoted?: boolean;
};

/**
 * What became of a request, as one committed change: the approval listed and counted, or why it is blocked, or
 * that nobody knows. Told twice it is settled once. False when its connection is gone.
 */
export async function settleAsk({ db, asked, by, answer, clock, isNoted }: Settling): Promise<boolean> {
  const connection = await findConnectionById(db, asked.connectionId);
  if (connection?.workspaceId !== asked.workspaceId) return false;
  const { learned } = answer;
  const offset = theirOffset(
    { ...answer, sentAt: asked.at, approval: learned.kind === "accepted" ? learned.approval : null },
    connection.clockOffsetMs,
  );
  await db.transaction(async (tx) => {
    await lockWorkspace(tx, asked.workspaceId);
    // It may be that only this answer reached us.
    if (!isNoted) await insertAsk(tx, { ...asked, ...by });
    const isTaken = await takeAnswer(tx, asked);
    if (isNoted && !isTaken) return;
    const at = (ours: Date) => ({ connection, at: new Date(ours.getTime() + offset) });
    // First listed is when it is, however long it lay, or had to wait for its turn.
    if (learned.kind === "accepted")
      await accept(tx, at(clock()), asked, { ...learned, readAt: at(answer.at).at });
    else await close(tx, at(answer.at), asked, learned);
    passFailpoint("settling-before-commit");
  });
  passFailpoint("settling-committed");
  return true;
}

const noWords = { terms: null, agentName: null, agentReason: null };

/** An approval that says it is about something else is listed as what it says, and answers nothing. */
async function accept(
  tx: Tx,
  place: Place,
  asked: Asked,
  { approval, readAt }: Extract<Learned, { kind: "accepted" }> & { readAt: Date },
): Promise<void> {
  const { workspaceId, terms, agentName, agentReason } = asked;
  const { id } = approval;
  const isOurs = !isAnother(asked, approval);
  const recorded = isOurs ? { terms, agentName, agentReason } : noWords;
  if (isOurs) {
    const closed = await closeAsk(tx, asked, { state: "accepted", settledAt: place.at, approvalId: id });
    if (closed) await succeed(tx, place, closed, id);
  } else {
    await noteUnknown(tx, asked, place.at);
  }
  await applyReads(tx, place, [{ id, approval, tokenId: null, recorded, readAt }], noFacts);
  // What lies around it is read by the worker: names, and the milestone's amount.
  await addJob(tx, "read_approval", { workspaceId, id }, { key: readJobKey(workspaceId, id) });
}

async function close(
  tx: Tx,
  place: Place,
  asked: Asked,
  learned: Exclude<Learned, { kind: "accepted" }>,
): Promise<void> {
  const { at } = place;
  switch (learned.kind) {
    case "unknown":
      return noteUnknown(tx, asked, at);
    case "never_sent":
    case "refused":
      await closeAsk(tx, asked, { state: learned.kind, settledAt: at });
      return;
    case "blocked": {
      const closed = await closeAsk(tx, asked, { state: "refused", settledAt: at });
      return closed ? block(tx, place, closed, learned) : undefined;
    }
    case "done": {
      const closed = await closeAsk(tx, asked, { state: "done", settledAt: at });
      if (closed) await succeed(tx, place, closed, null);
      return readContractsSoon(tx, place.connection);
    }
  }
}

/** Whoever asked for the same before and never heard, has heard now; and nothing holds it any more. */
async function succeed(tx: Tx, { at }: Place, ask: AskRow, approvalId: string | null): Promise<void> {
  if (ask.unknownSince) await tellAnswered(tx, ask, { at, approvalId, by: "late" });
  for (const older of await lockUnknownLike(tx, ask)) {
    await closeAsk(tx, older, { state: "answered", settledAt: at, approvalId });
    await tellAnswered(tx, older, { at, approvalId, by: "retry" });
  }
  for (const row of await liftBlocked(tx, ask, at)) await tellLifted(tx, row, { at, approvalId });
}

async function block(
  tx: Tx,
  { connection, at }: Place,
  ask: AskRow,
  { reason, link }: Extract<Learned, { kind: "blocked" }>,
): Promise<void> {
  const { state, problem } = guardOriginLink({ url: link, origin: connection.origin });
  // Another web may have settled first what was asked after it.
  const since = await findSuccessAfter(tx, ask);
  const why = { reason, link, linkState: state, linkProblem: problem };
  const row = await noteBlocked(tx, ask, why, { at, isLifted: since !== null });
  // Whom or what it is about is read by the worker.
  if (row.times === 1 && !since)
    await addJob(tx, "sync_connection", { connectionId: connection.id }, { key: syncJobKey(connection.id) });
  await tellBlocked(tx, row, at);
  if (since) await tellLifted(tx, row, { at, approvalId: since.approvalId });
}

/** An end without escrow makes no event of the feed's. */
async function readContractsSoon(tx: Tx, { id }: ConnectionRow): Promise<void> {
  await updateConnection(tx, id, { contractsReadAt: null });
  await addJob(tx, "sync_connection", { connectionId: id }, { key: syncJobKey(id) });
}
