import { statSync } from "node:fs";
import { type Account, runAs } from "@/lib/host/postgres/run-as";
import { StartError } from "@/lib/host/start-error";

const names = ["countersign", "postgres"] as const;

function lookUp(name: string): Account {
  const uid = runAs(null, "id", ["-u", name]);
  const gid = runAs(null, "id", ["-g", name]);
  if (!uid.ok || !gid.ok || Number(uid.output) === 0) return null;
  return { uid: Number(uid.output), gid: Number(gid.output), name };
}

function firstKnown(): Account {
  return names.map(lookUp).find((account) => account !== null) ?? null;
}

function add(): void {
  const [name] = names;
  const tail = ["--system", "--no-create-home", "--home-dir", "/nonexistent", "--shell", "/usr/sbin/nologin"];
  if (!runAs(null, "useradd", [...tail, name]).ok) runAs(null, "adduser", ["-S", "-D", "-H", name]);
}

function ownerOf(folder: string): Account {
  const owner = statSync(folder, { throwIfNoEntry: false });
  if (!owner || owner.uid === 0) return null;
  const name = runAs(null, "id", ["-nu", String(owner.uid)]);
  return { uid: owner.uid, gid: owner.gid, name: name.ok ? name.output : String(owner.uid) };
}

/**
 * PostgreSQL refuses to run as root, so root picks an account without rights for it. Whoever owns the data
 * stays its owner, even when another account would be chosen today.
 */
export function chooseAccount(dataFolder: string | null): Account {
  if (process.getuid?.() !== 0) return null;
  const found = (dataFolder ? ownerOf(dataFolder) : null) ?? firstKnown();
  if (found) return found;
  add();
  const added = firstKnown();
  if (!added) throw new StartError("postgres_no_account");
  return added;
}
