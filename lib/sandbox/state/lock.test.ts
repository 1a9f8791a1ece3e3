import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Readable, Writable } from "node:stream";
import { afterEach, beforeEach, expect, test } from "vitest";
import { lockFolder } from "./lock";

let dir: string;
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), "lock-"));
});
afterEach(() => rm(dir, { recursive: true, force: true }));

test("a folder in use is refused and names who uses it", async () => {
  const release = await lockFolder(dir);
  await expect(lockFolder(dir)).rejects.toThrow(`process ${process.pid}`);
  await release();
  await (await lockFolder(dir))();
});

test("a killed process that its parent has not taken note of holds nothing", async () => {
  // The shell starts a child, becomes a program that never waits, and so leaves the dead child as it is.
  const script = "cat <&3 & echo $!; exec sleep 60";
  const parent = spawn("sh", ["-c", script], { stdio: ["ignore", "pipe", "ignore", "pipe"] });
  try {
    const [line] = (await once(parent.stdio[1] as Readable, "data")) as [Buffer];
    const pid = Number(String(line).trim());
    const of = (id: number | undefined) => readFile(`/proc/${id}/stat`, "utf8");
    await expect.poll(() => of(parent.pid)).toContain("(sleep)");
    (parent.stdio[3] as Writable).end();
    await expect.poll(() => of(pid)).toContain(") Z ");
    const stat = await readFile(`/proc/${pid}/stat`, "utf8");
    const start = stat.slice(stat.lastIndexOf(")") + 2).split(" ")[19];
    await writeFile(join(dir, "lock"), `${pid} ${start}`);
    await (await lockFolder(dir))();
  } finally {
    parent.kill("SIGKILL");
  }
});
