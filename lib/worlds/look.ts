import { eq } from "drizzle-orm";
import { approvals } from "@/lib/store/schema";
import { truthOf, type World } from "@/lib/worlds/world";

/** Notes what is on the list now and was not before: all that coverage may be counted by. */
export async function look(world: World): Promise<void> {
  const rows = await world.db
    .select({ id: approvals.id })
    .from(approvals)
    .where(eq(approvals.workspaceId, world.workspaceId));
  const news = rows.filter(({ id }) => !world.seenAt.has(id));
  if (news.length === 0) return;
  const now = Date.parse((await truthOf(world)).now);
  for (const { id } of news) world.seenAt.set(id, now);
}
