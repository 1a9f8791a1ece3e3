import { randomUUID } from "node:crypto";
import { addEvent, type NewEvent } from "@/lib/store/events";
import type { Tx } from "@/lib/store/pool";
import { type WorkspaceKind, workspaces } from "@/lib/store/schema";

/** The name is the account's own, so it is empty until one is connected. */
export async function createWorkspace(
  tx: Tx,
  workspace: { name: string; kind: WorkspaceKind; accountKey: string | null },
  now: Date,
  by: NewEvent["actor"] = { kind: "system", id: "start" },
): Promise<string> {
  const id = randomUUID();
  await tx.insert(workspaces).values({ id, ...workspace, createdAt: now });
  await addEvent(tx, {
    workspaceId: id,
    at: now,
    kind: "workspace_created",
    actor: by,
    subject: { kind: "workspace", id },
    data: { workspaceKind: workspace.kind },
  });
  return id;
}
