import { AppError } from "@/lib/errors";
import { callNotes } from "@/lib/services/callers/call-notes";
import type { Actor } from "@/lib/services/context";
import { secretHash } from "@/lib/services/setup/secret";
import { type CaptureKeyRow, findCaptureKey, touchCaptureKey } from "@/lib/store/capture-keys";
import { findWorkspace } from "@/lib/store/connections/rows";
import type { Db } from "@/lib/store/pool";
import { readSetting } from "@/lib/store/settings";
import { attemptsSince, countAttempt } from "@/lib/store/throttle";

const minuteMs = 60_000;
const mostPerMinute = 600;

export async function authenticateCaptureKey({
  db,
  now,
  secret,
}: {
  db: Db;
  now: Date;
  secret: string;
}): Promise<{ workspaceId: string; actor: Extract<Actor, { kind: "capture_key" }> }> {
  const key = await findCaptureKey(db, secretHash(secret));
  if (!key) {
    callNotes(db).noteStray("capture", "capture_key", now);
    throw new AppError("UNAUTHORIZED", { reason: "capture_key" });
  }
  const workspaceId = key.workspaceId ?? (await readSetting(db, "home_workspace"));
  if (key.revokedAt !== null) {
    noteRefused(db, now, key, workspaceId, "capture_key_revoked");
    throw new AppError("GONE", { reason: "capture_key_revoked" });
  }
  await limitRate(db, key, now);
  const workspace = workspaceId === null ? null : await findWorkspace(db, workspaceId);
  if (!workspace) throw new AppError("CONFLICT", { reason: "not_connected" });
  if (workspace.closedAt !== null) throw new AppError("GONE", { reason: "workspace_closed" });
  const before = new Date(now.getTime() - minuteMs);
  if (!key.lastUsedAt || key.lastUsedAt < before) await touchCaptureKey(db, key.id, now, before);
  return { workspaceId: workspace.id, actor: { kind: "capture_key", keyId: key.id, label: key.label } };
}

/** Whoever watches for a first call is told of one that was turned away as well. */
function noteRefused(db: Db, at: Date, key: CaptureKeyRow, workspaceId: string | null, why: string): void {
  if (workspaceId === null) return;
  const call = { outcome: "refused" as const, why, approvalId: null };
  callNotes(db).note({ workspaceId, way: "capture", keyId: key.id, agentName: "", at, ...call });
}

/** The last minute slides: what is still in it of the minute before counts by its share. */
async function limitRate(db: Db, { id }: CaptureKeyRow, now: Date): Promise<void> {
  const subject = `capture ${id}`;
  await countAttempt(db, [subject], now);
  const counted = await attemptsSince(db, [subject], new Date(now.getTime() - 2 * minuteMs));
  const used = (counted.get(subject) ?? []).reduce((sum, { windowStart, count }) => {
    const age = now.getTime() - windowStart.getTime();
    return sum + count * Math.min(1, Math.max(0, (2 * minuteMs - age) / minuteMs));
  }, 0);
  if (used <= mostPerMinute) return;
  await countAttempt(db, [subject], now, -1);
  const retryAfterSeconds = Math.ceil((minuteMs - (now.getTime() % minuteMs)) / 1000);
  throw new AppError("RATE_LIMITED", { reason: "too_many_captures", details: { retryAfterSeconds } });
}
