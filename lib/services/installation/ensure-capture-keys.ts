import { randomUUID } from "node:crypto";
import { newSecret, secretHash } from "@/lib/services/setup/secret";
import {
  findCaptureKey,
  findFirstCaptureKey,
  findLatestFirstKey,
  insertCaptureKey,
  updateCaptureKey,
} from "@/lib/store/capture-keys";
import { addEvent } from "@/lib/store/events";
import type { Tx } from "@/lib/store/pool";
import type { CaptureKeySource } from "@/lib/store/schema";
import { seal } from "@/lib/store/sealing";

type NewKey = { secret: string; label: string; source: CaptureKeySource; workspaceId: string | null };

/** The first key: the environment's where it has one, else one of ours, sealed until it was shown. */
export async function ensureFirstCaptureKey(
  tx: Tx,
  given: string | undefined,
  keys: string,
  now: Date,
): Promise<void> {
  const current = await findFirstCaptureKey(tx);
  if (given === undefined) {
    if (current && current.source !== "environment") return;
    // One that the owner took away does not come back as another.
    const latest = current ?? (await findLatestFirstKey(tx));
    if (latest?.source === "generated") return;
    if (current) await revoke(tx, current.id, now);
    const secret = `cs_capture_${newSecret()}`;
    const key = { secret, label: "Capture key", source: "generated" as const, workspaceId: null };
    await store(tx, key, now, seal(secret, keys));
    return;
  }
  if (current?.secretHash.equals(secretHash(given))) return;
  if (current) await revoke(tx, current.id, now);
  await store(
    tx,
    { secret: given, label: "CAPTURE_KEY", source: "environment", workspaceId: null },
    now,
    null,
  );
}

/** The scripted agent of the sandbox has a key of its own, for the sandbox's workspace alone. */
export async function ensureSandboxKey(
  tx: Tx,
  secret: string,
  workspaceId: string,
  now: Date,
): Promise<void> {
  await store(tx, { secret, label: "Sandbox agent", source: "sandbox", workspaceId }, now, null);
}

async function revoke(tx: Tx, id: string, now: Date): Promise<void> {
  await updateCaptureKey(tx, id, { revokedAt: now, sealed: null });
  await addEvent(tx, {
    workspaceId: null,
    at: now,
    kind: "capture_key_revoked",
    actor: { kind: "system", id: "start" },
    subject: { kind: "capture_key", id },
  });
}

async function store(tx: Tx, key: NewKey, now: Date, sealed: Buffer | null): Promise<void> {
  const { secret, ...facts } = key;
  const known = await findCaptureKey(tx, secretHash(secret));
  const isSame = known?.workspaceId === facts.workspaceId && known.source === facts.source;
  if (known && isSame && known.revokedAt === null) return;
  const id = known?.id ?? randomUUID();
  if (known) await updateCaptureKey(tx, id, { ...facts, revokedAt: null });
  else await insertCaptureKey(tx, { id, ...facts, secretHash: secretHash(secret), sealed, createdAt: now });
  await addEvent(tx, {
    workspaceId: facts.workspaceId,
    at: now,
    kind: "capture_key_made",
    actor: { kind: "system", id: "start" },
    subject: { kind: "capture_key", id },
    data: { source: facts.source },
  });
}
