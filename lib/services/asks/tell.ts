import { addEvent, type NewEvent } from "@/lib/store/events";
import type { Tx } from "@/lib/store/pool";
import type { AskRow, BlockedRow } from "@/lib/store/schema";

const bySystem: NewEvent["actor"] = { kind: "system", id: "recorder" };
const byOpenTrain: NewEvent["actor"] = { kind: "opentrain", id: null };
const byAgent: NewEvent["actor"] = { kind: "agent", id: null };

type Said = Pick<AskRow, "workspaceId" | "action" | "subjectId" | "terms" | "agentName" | "agentReason">;

/** Nobody saw the answer: from here on it is shown, apart. */
export async function tellUnknown(tx: Tx, ask: AskRow, at: Date): Promise<void> {
  await tell(tx, ask, { at, kind: "ask_unanswered", actor: bySystem, subject: { kind: "ask", id: ask.id } });
}

export async function tellAnswered(
  tx: Tx,
  ask: AskRow,
  { at, approvalId, by }: { at: Date; approvalId: string | null; by: "retry" | "read" | "late" },
): Promise<void> {
  await addEvent(tx, {
    workspaceId: ask.workspaceId,
    at,
    kind: "ask_settled",
    actor: byOpenTrain,
    subject: { kind: "ask", id: ask.id },
    data: { ...aboutOf(ask), approvalId, by },
  });
}

export async function tellBlocked(tx: Tx, row: BlockedRow, at: Date): Promise<void> {
  await tell(tx, row, {
    at,
    kind: "blocked",
    actor: byAgent,
    subject: { kind: "blocked", id: row.id },
    data: { reason: row.reason, times: row.times, linkState: row.linkState },
  });
}

export async function tellLifted(
  tx: Tx,
  row: BlockedRow,
  { at, approvalId }: { at: Date; approvalId: string | null },
): Promise<void> {
  await addEvent(tx, {
    workspaceId: row.workspaceId,
    at,
    kind: "blocked_lifted",
    actor: byOpenTrain,
    subject: { kind: "blocked", id: row.id },
    data: { ...aboutOf(row), reason: row.reason, approvalId },
  });
}

/** The agent's own words beside the event, never in it. */
async function tell(
  tx: Tx,
  said: Said,
  event: Pick<NewEvent, "at" | "kind" | "actor" | "subject"> & { data?: Record<string, unknown> },
): Promise<void> {
  const { workspaceId, agentName, agentReason, terms } = said;
  const words = Object.entries({ agentName, agentReason, terms }).filter(([, value]) => value !== null);
  await addEvent(tx, {
    ...event,
    workspaceId,
    data: { ...aboutOf(said), ...event.data },
    text: words.length > 0 ? Object.fromEntries(words) : null,
  });
}

function aboutOf({ action, subjectId }: Pick<Said, "action" | "subjectId">) {
  return { action, subjectId };
}
