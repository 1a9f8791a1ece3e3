import { and, eq } from "drizzle-orm";
import type { ConnectionTokenRow } from "@/lib/store/connections/rows";
import { addEvent } from "@/lib/store/events";
import type { Db } from "@/lib/store/pool";
import { connectionTokens, type TokenProblem, type TokenState } from "@/lib/store/schema";

type Token = Pick<ConnectionTokenRow, "id" | "connectionId" | "workspaceId">;

/** OpenTrain does not take this token; the others go on. */
export async function noteTokenRefused(
  db: Db,
  token: Token,
  problem: TokenProblem,
  now: Date,
): Promise<void> {
  await note(db, token, { from: "active", to: "refused", problem }, now);
}

export async function noteTokenAccepted(db: Db, token: Token, now: Date): Promise<void> {
  await note(db, token, { from: "refused", to: "active", problem: null }, now);
}

/** Told once: of several who find out at the same time, by the first. */
async function note(
  db: Db,
  token: Token,
  { from, to, problem }: { from: TokenState; to: TokenState; problem: TokenProblem | null },
  now: Date,
): Promise<void> {
  await db.transaction(async (tx) => {
    const changed = await tx
      .update(connectionTokens)
      .set({ state: to, problem, stateSince: now, checkedAt: now })
      .where(and(eq(connectionTokens.id, token.id), eq(connectionTokens.state, from)))
      .returning({ id: connectionTokens.id });
    if (changed.length === 0) return;
    await addEvent(tx, {
      workspaceId: token.workspaceId,
      at: now,
      kind: to === "refused" ? "token_refused" : "token_accepted",
      actor: { kind: "system", id: "worker" },
      subject: { kind: "connection", id: token.connectionId },
      data: { tokenId: token.id, problem },
    });
  });
}
