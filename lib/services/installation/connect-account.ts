import { and, eq, isNull } from "drizzle-orm";
import type { Account } from "@/lib/services/connections/ask-account";
import { type Stored, storeConnection } from "@/lib/services/connections/store-connection";
import { closeWorkspace } from "@/lib/services/installation/close-workspace";
import { createWorkspace } from "@/lib/services/installation/create-workspace";
import { moveMembers } from "@/lib/services/installation/move-members";
import { findConnection, findWorkspace, type WorkspaceRow } from "@/lib/store/connections/rows";
import type { NewEvent } from "@/lib/store/events";
import type { Tx } from "@/lib/store/pool";
import { type ConnectionKind, members, type TokenSource, workspaces } from "@/lib/store/schema";
import { readSetting, writeSetting } from "@/lib/store/settings";

export type ConnectInput = {
  /** Where whoever connects lives now. */
  workspaceId: string;
  kind: ConnectionKind;
  account: Account;
  source: TokenSource;
  name: string | null;
  by: NewEvent["actor"];
  /** A disconnected account may be left behind for another one; an open one never is. */
  mayLeave: boolean;
  keys: string;
  now: Date;
};

/** `elsewhere`: the account has a workspace here whose members are others. */
export type NotConnected = "other_account" | "other_account_disconnected" | "elsewhere";
export type Connected = { workspaceId: string; stored: Stored } | { problem: NotConnected };

/**
 * Connects a workspace, under the installation lock. One account is one workspace and nothing is ever merged:
 * another account gets a workspace of its own, the members move there, and the one they leave is closed behind
 * them. A real account never gives way to a sandbox, nor to another real one before it is disconnected.
 */
export async function connectAccount(tx: Tx, input: ConnectInput): Promise<Connected> {
  const from = await findWorkspace(tx, input.workspaceId);
  if (!from) throw new Error("the workspace to connect is not there");
  const isSame = from.kind === input.kind && from.accountKey === input.account.accountKey;
  const problem = isSame ? null : await whyNotLeave(tx, from, input);
  if (problem) return { problem };
  const workspaceId = isSame ? from.id : await workspaceFor(tx, from, input);
  if (workspaceId === null) return { problem: "elsewhere" };
  return { workspaceId, stored: await storeConnection(tx, { ...input, workspaceId }) };
}

async function whyNotLeave(
  tx: Tx,
  from: WorkspaceRow,
  { kind, mayLeave }: ConnectInput,
): Promise<NotConnected | null> {
  if (from.kind !== "real") return null;
  const connection = await findConnection(tx, from.id);
  if (kind === "sandbox" || connection?.state !== "disconnected") return "other_account";
  return mayLeave ? null : "other_account_disconnected";
}

/** The account's own: the one known here, the one that waited for an account, or a new one. */
async function workspaceFor(tx: Tx, from: WorkspaceRow, input: ConnectInput): Promise<string | null> {
  const { kind, account, now, by } = input;
  const [known] = await tx
    .select()
    .from(workspaces)
    .where(and(eq(workspaces.kind, kind), eq(workspaces.accountKey, account.accountKey)));
  if (known && !(await isTheirs(tx, known, from.id))) return null;
  const named = { kind, accountKey: account.accountKey, name: nameOf(account) };
  if (from.kind === "none" && !known) {
    await tx.update(workspaces).set(named).where(eq(workspaces.id, from.id));
    return from.id;
  }
  const workspaceId = known?.id ?? (await createWorkspace(tx, named, now, by));
  if (known)
    await tx.update(workspaces).set({ closedAt: null, movedTo: null }).where(eq(workspaces.id, known.id));
  await moveMembers(tx, { from: from.id, to: workspaceId, by, now });
  await closeWorkspace(tx, from.id, { now, movedTo: workspaceId, by });
  if ((await readSetting(tx, "home_workspace")) === from.id)
    await writeSetting(tx, "home_workspace", workspaceId);
  return workspaceId;
}

/**
 * Nobody lives there, and those who did moved on to where this comes from. Holding a token of the account is
 * not enough: what teammates of others wrote there is theirs.
 */
async function isTheirs(tx: Tx, known: WorkspaceRow, fromId: string): Promise<boolean> {
  const living = await tx
    .select({ id: members.personId })
    .from(members)
    .where(and(eq(members.workspaceId, known.id), isNull(members.removedAt)))
    .limit(1);
  if (living.length > 0) return false;
  const seen = new Set<string>([known.id]);
  for (let next = known.movedTo; next !== null && !seen.has(next); ) {
    if (next === fromId) return true;
    seen.add(next);
    next = (await findWorkspace(tx, next))?.movedTo ?? null;
  }
  return false;
}

function nameOf({ name, accountKey }: Account): string {
  return (name ?? accountKey).slice(0, 200);
}
