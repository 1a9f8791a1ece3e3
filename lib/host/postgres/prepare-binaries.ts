import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { besidePlace } from "@/lib/host/postgres/choose-place";
import { type Binaries, findBinaries } from "@/lib/host/postgres/find-binaries";
import { linkLibraries } from "@/lib/host/postgres/link-libraries";
import { type Account, runAs } from "@/lib/host/postgres/run-as";
import { StartError } from "@/lib/host/start-error";

// Runs the program and reads what initdb will read: a umask at install may have closed either.
function works(account: Account, native: string): { ok: boolean; output: string } {
  const version = runAs(account, join(native, "bin", "postgres"), ["--version"]);
  if (!version.ok) return version;
  const share = join(native, "share", "postgresql", "postgres.bki");
  return runAs(account, "/bin/sh", [
    "-c",
    '[ -r "$1" ] && [ -x "$2" ]',
    "sh",
    share,
    join(native, "bin", "initdb"),
  ]);
}

function openToAll(path: string): void {
  const entry = lstatSync(path);
  if (entry.isSymbolicLink()) return;
  const open = entry.isDirectory() || entry.mode & 0o100 ? 0o555 : 0o444;
  chmodSync(path, (entry.mode & 0o777) | open);
  if (!entry.isDirectory()) return;
  for (const name of readdirSync(path)) openToAll(join(path, name));
}

// Built under another name and renamed, so that a copy is there whole or not at all.
function copyBeside(native: string, target: string): void {
  const making = mkdtempSync(`${target}-making-`);
  try {
    const copy = join(making, "native");
    cpSync(native, copy, { recursive: true, verbatimSymlinks: true });
    linkLibraries(copy);
    openToAll(making);
    renameSync(making, target);
  } catch (error) {
    rmSync(making, { recursive: true, force: true });
    if (!existsSync(target)) throw error;
  }
}

/**
 * The binaries as the account can run them: those of the package, or, when it cannot get at them, one copy
 * of 60 MB beside the database.
 */
export function prepareBinaries(place: string, account: Account, found: Binaries = findBinaries()): string {
  const linked = linkLibraries(found.native);
  if (linked && works(account, found.native).ok) return found.native;
  // As root the folder above may only be root's to write; as anyone else the place itself is ours.
  const target = account
    ? besidePlace(place, `postgres-${found.version}`)
    : join(place, `binaries-${found.version}`);
  if (!existsSync(target)) copyBeside(found.native, target);
  const copy = join(target, "native");
  const outcome = works(account, copy);
  if (outcome.ok) return copy;
  rmSync(target, { recursive: true, force: true });
  throw new StartError("postgres_binaries_do_not_run", { reason: lastLine(outcome.output) });
}

export function lastLine(text: string): string {
  return text.trim().split("\n").at(-1)?.trim() || "no reason given";
}

/** The major version of these binaries, as it stands in PG_VERSION. */
export function majorOf(native: string, account: Account): string {
  const { output } = runAs(account, join(native, "bin", "postgres"), ["--version"]);
  return /(\d+)/.exec(output)?.[1] ?? dirname(native);
}
