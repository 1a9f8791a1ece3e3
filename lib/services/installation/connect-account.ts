import { and, eq, isNull } from "drizzle-orm";
import type { Account } from "@/lib/services/connections/ask-account";
import { storeConnection } from "@/lib/services/connections/store-connection";
import { closeWorkspace } from "@/lib/services/installation/close-workspace";
import { createWorkspace } from "@/lib/services/installation/create-workspace";
import { homeWorkspace } from "@/lib/services/installation/home-workspace";
import { findWorkspace, type WorkspaceRow } from "@/lib/store/connections/rows";
import type { Tx } from "@/lib/store/pool";
import { type ConnectionKind, members, workspaces } from "@/lib/store/schema";
import { writeSetting } from "@/lib/store/settings";

export type ConnectInput = { kind: ConnectionKind; account: Account; keys: string; now: Date };
export type Connected = "connected" | "ignored";

/**
 * Connects the first owner's workspace. One account is one workspace and nothing is ever merged: another
 * account gets a workspace of its own, the members move there, and the sandbox's is closed behind them. A
 * real account never gives way to a sandbox, nor to another real one.
 */
export async function connectAccount(tx: Tx, input: ConnectInput): Promise<Connected> {
  const { kind, account, keys, now } = input;
  const home = await findWorkspace(tx, await homeWorkspace(tx, now));
  if (!home) throw new Error("the home workspace is not there");
  const isSame = home.kind === kind && home.accountKey === account.accountKey;
  if (home.kind === "real" && !isSame) return "ignored";
  const workspaceId = isSame ? home.id : await workspaceFor(tx, home, input);
  await storeConnection(tx, { workspaceId, kind, account, keys, now });
  return "connected";
}

async function workspaceFor(tx: Tx, home: WorkspaceRow, input: ConnectInput): Promise<string> {
  const { kind, account, now } = input;
  const [known] = await tx
    .select()
    .from(workspaces)
    .where(and(eq(workspaces.kind, kind), eq(workspaces.accountKey, account.accountKey)));
  const named = { kind, accountKey: account.accountKey, name: nameOf(account) };
  if (home.kind === "none" && !known) {
    await tx.update(workspaces).set(named).where(eq(workspaces.id, home.id));
    return home.id;
  }
  const workspaceId = known?.id ?? (await createWorkspace(tx, named, now));
  if (known) await tx.update(workspaces).set({ closedAt: null }).where(eq(workspaces.id, known.id));
  await tx
    .update(members)
    .set({ workspaceId })
    .where(and(eq(members.workspaceId, home.id), isNull(members.removedAt)));
  await closeWorkspace(tx, home.id, { now, movedTo: workspaceId });
  await writeSetting(tx, "home_workspace", workspaceId);
  return workspaceId;
}

function nameOf({ name, accountKey }: Account): string {
  return (name ?? accountKey).slice(0, 200);
}
