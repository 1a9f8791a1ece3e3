import { coarseAddress } from "@/lib/domain/coarse-address";
import { type Device, deviceOf } from "@/lib/domain/device";
import type { Ctx } from "@/lib/services/context";
import { requirePerson } from "@/lib/services/require-person";
import { listLiveSessions } from "@/lib/store/people/sessions";

export type OwnSession = {
  id: string;
  device: Device;
  /** Never the whole of it. */
  network: string | null;
  startedAt: Date;
  lastUsedAt: Date;
  isThis: boolean;
};

/** Where one is signed in right now: this device first, then the latest used. */
export async function listOwnSessions({ ctx }: { ctx: Ctx }): Promise<{ sessions: OwnSession[] }> {
  const { personId, sessionId } = requirePerson(ctx, "manage_own_sign_in");
  const rows = await listLiveSessions(ctx.db, personId, ctx.now);
  const sessions = rows.map((row) => ({
    id: row.id,
    device: deviceOf(row.userAgent),
    network: coarseAddress(row.address),
    startedAt: row.createdAt,
    lastUsedAt: row.lastUsedAt,
    isThis: row.id === sessionId,
  }));
  return { sessions: sessions.toSorted((a, b) => Number(b.isThis) - Number(a.isThis)) };
}
