import { randomUUID } from "node:crypto";
import { addEvent } from "@/lib/store/events";
import type { Tx } from "@/lib/store/pool";
import { sessions } from "@/lib/store/schema";

const sessionMs = 30 * 24 * 60 * 60_000;

export type Device = { address: string; userAgent: string | null };

/** A row that a cookie only points to: revoking the row closes every door at once. */
export async function openSession(
  tx: Tx,
  who: { personId: string; workspaceId: string },
  device: Device,
  now: Date,
): Promise<string> {
  const id = randomUUID();
  await tx.insert(sessions).values({
    id,
    personId: who.personId,
    createdAt: now,
    lastUsedAt: now,
    expiresAt: new Date(now.getTime() + sessionMs),
    address: device.address.slice(0, 100),
    userAgent: device.userAgent?.slice(0, 400) ?? null,
  });
  await addEvent(tx, {
    workspaceId: who.workspaceId,
    at: now,
    kind: "signed_in",
    actor: { kind: "person", id: who.personId },
    subject: { kind: "person", id: who.personId },
    data: { sessionId: id },
    text: { address: device.address, userAgent: device.userAgent },
  });
  return id;
}
