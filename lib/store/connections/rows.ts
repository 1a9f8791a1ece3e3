import { and, asc, eq, isNull } from "drizzle-orm";
import type { Db, Tx } from "@/lib/store/pool";
import { connections, connectionTokens, workspaces } from "@/lib/store/schema";

export type ConnectionRow = typeof connections.$inferSelect;
export type ConnectionTokenRow = typeof connectionTokens.$inferSelect;
export type WorkspaceRow = typeof workspaces.$inferSelect;

export async function findConnection(db: Db | Tx, workspaceId: string): Promise<ConnectionRow | null> {
  const [row] = await db.select().from(connections).where(eq(connections.workspaceId, workspaceId));
  return row ?? null;
}

export async function findConnectionById(db: Db | Tx, id: string): Promise<ConnectionRow | null> {
  const [row] = await db.select().from(connections).where(eq(connections.id, id));
  return row ?? null;
}

export async function lockConnection(tx: Tx, id: string): Promise<ConnectionRow | null> {
  const [row] = await tx.select().from(connections).where(eq(connections.id, id)).for("update");
  return row ?? null;
}

export async function updateConnection(
  db: Db | Tx,
  id: string,
  changes: Partial<typeof connections.$inferInsert>,
): Promise<void> {
  await db.update(connections).set(changes).where(eq(connections.id, id));
}

/** The ones that are followed: open, of a workspace that is not closed. */
export async function listOpenConnections(db: Db): Promise<ConnectionRow[]> {
  const rows = await db
    .select({ connection: connections })
    .from(connections)
    .innerJoin(workspaces, eq(workspaces.id, connections.workspaceId))
    .where(and(eq(connections.state, "open"), isNull(workspaces.closedAt)))
    .orderBy(asc(connections.createdAt));
  return rows.map(({ connection }) => connection);
}

export async function listTokens(db: Db | Tx, connectionId: string): Promise<ConnectionTokenRow[]> {
  return db
    .select()
    .from(connectionTokens)
    .where(eq(connectionTokens.connectionId, connectionId))
    .orderBy(asc(connectionTokens.createdAt), asc(connectionTokens.id));
}

export async function findWorkspace(db: Db | Tx, id: string): Promise<WorkspaceRow | null> {
  const [row] = await db.select().from(workspaces).where(eq(workspaces.id, id));
  return row ?? null;
}
