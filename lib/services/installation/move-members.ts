import { and, eq, isNull } from "drizzle-orm";
import { addEvent, type NewEvent } from "@/lib/store/events";
import type { Tx } from "@/lib/store/pool";
import { members } from "@/lib/store/schema";

/** Everybody who lives there, with the rights they have. Who was removed stays removed, where they were. */
export async function moveMembers(
  tx: Tx,
  { from, to, by, now }: { from: string; to: string; by: NewEvent["actor"]; now: Date },
): Promise<void> {
  const moved = await tx
    .update(members)
    .set({ workspaceId: to })
    .where(and(eq(members.workspaceId, from), isNull(members.removedAt)))
    .returning({ personId: members.personId });
  await addEvent(tx, {
    workspaceId: to,
    at: now,
    kind: "members_moved",
    actor: by,
    subject: { kind: "workspace", id: to },
    data: { from, people: moved.map(({ personId }) => personId).sort() },
  });
}
