import { can } from "@/lib/domain/rights";
import type { Ctx } from "@/lib/services/context";
import { requirePermission } from "@/lib/services/require-permission";
import {
  type CalledRow,
  type CallerRow,
  callsSince,
  lastCallsByKey,
  listCallers,
  listStrayCalls,
  type StrayRow,
} from "@/lib/store/callers";
import { listCaptureKeys } from "@/lib/store/capture-keys";
import { findConnection } from "@/lib/store/connections/rows";
import type { CallOutcome, CaptureKeySource } from "@/lib/store/schema";
import { readSetting } from "@/lib/store/settings";

const mostCallers = 50;
const mostRevoked = 20;
const dayMs = 24 * 60 * 60_000;

export type LastCall = Pick<CallerRow, "lastAt" | "outcome" | "why" | "approvalId">;

export type CaptureKeyRecord = {
  id: string;
  label: string;
  source: CaptureKeySource;
  /** `unshown`: the first key, which was not shown yet. */
  state: "unshown" | "in_use" | "revoked";
  canBeRevoked: boolean;
  createdAt: Date;
  lastUsedAt: Date | null;
  revokedAt: Date | null;
  last: LastCall | null;
};

export type CallerRecord = LastCall & {
  way: CallerRow["way"];
  agentName: string | null;
  /** Which key it used; none through the recorder. */
  keyLabel: string | null;
  keyId: string | null;
  firstAt: Date;
  calls: number;
  /** What came of the calls of the last day, the most frequent first. */
  lastDay: Pick<CalledRow, "outcome" | "calls">[];
};

export type CaptureRecord = {
  canManage: boolean;
  /** The sandbox's agent has a token that may be shown, to try the ways in with. */
  hasSandboxAgent: boolean;
  keys: CaptureKeyRecord[];
  callers: CallerRecord[];
  /** Turned away before anybody could tell whose they are: on this whole server, in the last day. */
  strays: StrayRow[];
};

/** The ways in, and who came by them lately. Keys, and who was turned away, are for who may change them. */
export async function listCapture({ ctx }: { ctx: Ctx }): Promise<CaptureRecord> {
  requirePermission(ctx, "read");
  const { db, workspaceId, actor, now } = ctx;
  const canManage = actor.kind === "person" && can(actor.role, "manage_capture");
  const withFirst = (await readSetting(db, "home_workspace")) === workspaceId;
  const keys = await listCaptureKeys(db, workspaceId, { withFirst });
  const labels = new Map(keys.map(({ id, label }) => [id, label]));
  const aDayAgo = new Date(now.getTime() - dayMs);
  const isSeen = ({ outcome }: { outcome: CallOutcome }) => canManage || outcome !== "refused";
  const called = (await callsSince(db, workspaceId, aDayAgo)).filter(isSeen);
  const callers = (await listCallers(db, workspaceId, mostCallers)).filter(isSeen).map((row) => ({
    ...lastOf(row),
    way: row.way,
    agentName: row.agentName === "" ? null : row.agentName,
    keyLabel: labels.get(row.keyId) ?? null,
    keyId: row.keyId === "" ? null : row.keyId,
    firstAt: row.firstAt,
    calls: row.calls,
    lastDay: called
      .filter((of) => of.way === row.way && of.keyId === row.keyId && of.agentName === row.agentName)
      .map(({ outcome, calls }) => ({ outcome, calls }))
      .toSorted((a, b) => b.calls - a.calls),
  }));
  if (!canManage) return { canManage, hasSandboxAgent: false, keys: [], callers, strays: [] };
  const last = new Map((await lastCallsByKey(db, workspaceId)).map((row) => [row.keyId, row]));
  const records = keys.map((key): CaptureKeyRecord => {
    const lastCall = last.get(key.id);
    return {
      id: key.id,
      label: key.label,
      source: key.source,
      state: key.revokedAt !== null ? "revoked" : key.sealed !== null ? "unshown" : "in_use",
      canBeRevoked: key.revokedAt === null && (key.source === "settings" || key.source === "generated"),
      createdAt: key.createdAt,
      lastUsedAt:
        lastCall && (!key.lastUsedAt || lastCall.lastAt > key.lastUsedAt) ? lastCall.lastAt : key.lastUsedAt,
      revokedAt: key.revokedAt,
      last: lastCall ? lastOf(lastCall) : null,
    };
  });
  const revoked = records.filter(({ state }) => state === "revoked").slice(0, mostRevoked);
  return {
    canManage,
    hasSandboxAgent: ((await findConnection(db, workspaceId))?.agentSealed ?? null) !== null,
    keys: [...records.filter(({ state }) => state !== "revoked"), ...revoked],
    callers,
    strays: await listStrayCalls(db, aDayAgo),
  };
}

function lastOf({ lastAt, outcome, why, approvalId }: CallerRow): LastCall {
  return { lastAt, outcome, why, approvalId };
}
