import { type Action, TYPE_OF_ACTION } from "@/lib/domain/actions";
import { isAnsweredBy, subjectIdOf } from "@/lib/domain/unanswered";
import { type Place, writeApproval } from "@/lib/services/approvals/write-approval";
import { tellAnswered, tellLifted } from "@/lib/services/asks/tell";
import { closeAsk, lockUnknownAbout } from "@/lib/store/asks/rows";
import { liftBlocked, lockBlockedAbout } from "@/lib/store/blocked/rows";
import type { Tx } from "@/lib/store/pool";
import type { ApprovalRow, AskRow } from "@/lib/store/schema";

const ACTIONS = Object.keys(TYPE_OF_ACTION) as Action[];

/**
 * Requests OpenTrain showed us by whatever way may be what became of one whose answer nobody saw, or the same
 * thing that was refused before. The terms that were sent come along as told: nobody saw OpenTrain take them.
 */
export async function settleUnknown(tx: Tx, place: Place, rows: ApprovalRow[]): Promise<void> {
  const found = rows.flatMap((row) => {
    const action = ACTIONS.find((name) => TYPE_OF_ACTION[name] === row.type);
    const subjectId = action ? subjectIdOf(action, row) : null;
    return action && subjectId !== null ? [{ action, subjectId, row }] : [];
  });
  const { workspaceId } = place.connection;
  for (const ask of await lockUnknownAbout(tx, workspaceId, found)) {
    const answer = found.find(({ row }) => isAnsweredBy(ask, row));
    if (answer) await answerBy(tx, place, ask, answer.row);
  }
  for (const row of await lockBlockedAbout(tx, workspaceId, found)) {
    const later = found.find(
      (one) =>
        one.action === row.action &&
        one.subjectId === row.subjectId &&
        isLater(one.row.createdAt, row.lastAt),
    );
    if (!later) continue;
    const about = { workspaceId, action: row.action, subjectId: row.subjectId };
    const lifted = await liftBlocked(tx, about, later.row.createdAt ?? place.at);
    for (const one of lifted) await tellLifted(tx, one, { at: place.at, approvalId: later.row.id });
  }
}

async function answerBy(tx: Tx, place: Place, ask: AskRow, row: ApprovalRow): Promise<void> {
  const { at } = place;
  await closeAsk(tx, ask, { state: "answered", settledAt: at, approvalId: row.id });
  await tellAnswered(tx, ask, { at, approvalId: row.id, by: "read" });
  const words = {
    toldTerms: row.toldTerms ?? (row.recordedTerms ? null : ask.terms),
    agentName: row.agentName ?? ask.agentName,
    agentReason: row.agentReason ?? ask.agentReason,
  };
  await writeApproval(tx, place, row, { ...row, ...words }, { isRead: false });
}

function isLater(created: Date | null, last: Date): boolean {
  return created !== null && created > last;
}
