import { spawnSync } from "node:child_process";

/** Who runs PostgreSQL. Null: we are no root and run it as ourselves. */
export type Account = { uid: number; gid: number; name: string } | null;

type Outcome = { ok: boolean; output: string };

/** PG* of the surroundings would redirect the binaries, and a translated message could not be read. */
export const cleanEnvironment: NodeJS.ProcessEnv = {
  NODE_ENV: "production",
  PATH: "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin",
  LC_ALL: "C",
  TZ: "UTC",
};

/** Runs a short program as that account, from a folder everyone may be in. */
export function runAs(account: Account, file: string, args: string[]): Outcome {
  const done = spawnSync(file, args, {
    cwd: "/",
    env: cleanEnvironment,
    encoding: "utf8",
    ...(account ? { uid: account.uid, gid: account.gid } : {}),
  });
  const output = `${done.stdout ?? ""}${done.stderr ?? ""}`.trim();
  return { ok: done.status === 0, output: output || (done.error?.message ?? "") };
}

/** Asked of a shell, so that access lists and mounts count as they do for the real thing. */
export function canEnter(account: Account, folder: string): boolean {
  return runAs(account, "/bin/sh", ["-c", 'cd -- "$1"', "sh", folder]).ok;
}
