import { isDeepStrictEqual } from "node:util";
import { writeApproval } from "@/lib/services/approvals/write-approval";
import { connectionNow } from "@/lib/services/connections/connection-now";
import type { Ctx } from "@/lib/services/context";
import { lockApproval } from "@/lib/store/approvals/rows";
import { findClaim, insertClaim, updateClaim } from "@/lib/store/claims/rows";
import { findConnection } from "@/lib/store/connections/rows";
import { addEvent, type NewEvent } from "@/lib/store/events";
import { addJob, claimJobKey } from "@/lib/store/jobs";
import { lockCapture } from "@/lib/store/locks";
import type { Tx } from "@/lib/store/pool";
import type { ApprovalRow, ClaimRow, StoredTerms } from "@/lib/store/schema";

export type Told = {
  id: string;
  way: "capture" | "paste";
  label: string | null;
  told: Record<string, unknown> | null;
  terms: StoredTerms | null;
  agentName: string | null;
  agentReason: string | null;
};

/** The worker looks when the caller that stored it did not come to it. */
const lookAfterMs = 15_000;

type Known = Pick<ApprovalRow, "toldTerms" | "agentName" | "agentReason">;

/**
 * What somebody told us, safe before they get an answer. The first terms and words stay; later different ones
 * are history; the same again changes nothing.
 */
export async function keepTold(ctx: Ctx, told: Told): Promise<"listed" | "claimed"> {
  const { db, workspaceId } = ctx;
  return db.transaction(async (tx) => {
    await lockCapture(tx, workspaceId, told.id);
    const connection = await findConnection(tx, workspaceId);
    const at = connectionNow(connection, ctx.now);
    const approval = await lockApproval(tx, workspaceId, told.id);
    if (approval && connection) {
      const changes = await note(tx, ctx, at, told, approval);
      const row = { ...approval, ...changes };
      if (changes) await writeApproval(tx, { connection, at }, approval, row, { isRead: false });
      return "listed";
    }
    const claim = await findClaim(tx, workspaceId, told.id);
    if (claim) {
      const changes = await note(tx, ctx, at, told, claim);
      const isFirstAnswer = claim.told === null && told.told !== null;
      const more: Partial<ClaimRow> = {
        ...changes,
        ...(isFirstAnswer ? { told: told.told } : {}),
        // A person who adds it anew wants to see it; an agent that repeats itself changes nothing.
        ...(told.way === "paste" && claim.dismissedAt !== null ? { dismissedAt: null } : {}),
      };
      if (Object.keys(more).length > 0) await updateClaim(tx, workspaceId, told.id, more);
      return "claimed";
    }
    await storeClaim(tx, ctx, at, told);
    return "claimed";
  });
}

async function storeClaim(tx: Tx, ctx: Ctx, at: Date, told: Told): Promise<void> {
  const { workspaceId } = ctx;
  await insertClaim(tx, {
    workspaceId,
    id: told.id,
    receivedAt: at,
    way: told.way,
    label: told.label,
    why: "checking",
    told: told.told,
    toldTerms: told.terms,
    agentName: told.agentName,
    agentReason: told.agentReason,
    nextTryAt: new Date(ctx.now.getTime() + lookAfterMs),
  });
  await addJob(
    tx,
    "prove_claim",
    { workspaceId, id: told.id },
    { key: claimJobKey(workspaceId, told.id), inMs: lookAfterMs },
  );
  await addEvent(tx, eventOf(ctx, at, told, "told"));
}

/** Fills what was not known, and keeps in the history what differs from what was. */
async function note(tx: Tx, ctx: Ctx, at: Date, told: Told, known: Known): Promise<Partial<Known> | null> {
  const changes: Partial<Known> = {
    ...(known.toldTerms === null && told.terms !== null ? { toldTerms: told.terms } : {}),
    ...(known.agentName === null && told.agentName !== null ? { agentName: told.agentName } : {}),
    ...(known.agentReason === null && told.agentReason !== null ? { agentReason: told.agentReason } : {}),
  };
  const isNew = Object.keys(changes).length > 0;
  const isOther =
    differs(known.toldTerms, told.terms) ||
    differs(known.agentName, told.agentName) ||
    differs(known.agentReason, told.agentReason);
  if (!isNew && !isOther) return null;
  await addEvent(tx, eventOf(ctx, at, told, isOther ? "told_again" : "told"));
  return isNew ? changes : null;
}

/** What is left out the second time contradicts nothing. */
function differs(known: string | StoredTerms | null, told: string | StoredTerms | null): boolean {
  if (known === null || told === null) return false;
  if (typeof known === "string" || typeof told === "string") return known !== told;
  return Object.entries(told).some(([name, value]) => {
    const before = Object.entries(known).find(([field]) => field === name)?.[1];
    return value !== null && value !== undefined && !isDeepStrictEqual(before, value);
  });
}

/** Their words are theirs: in the text beside the event, never in the event. */
function eventOf({ workspaceId, actor }: Ctx, at: Date, told: Told, kind: "told" | "told_again"): NewEvent {
  const { agentName, agentReason, terms, way, id } = told;
  const words = Object.entries({ agentName, agentReason, terms }).filter(([, value]) => value !== null);
  return {
    workspaceId,
    at,
    kind,
    actor: {
      kind: actor.kind === "person" ? "person" : actor.kind === "system" ? "system" : "agent",
      id: actor.kind === "person" ? actor.personId : actor.kind === "system" ? actor.name : actor.keyId,
    },
    subject: { kind: "approval", id },
    data: { way },
    text: words.length > 0 ? Object.fromEntries(words) : null,
  };
}
