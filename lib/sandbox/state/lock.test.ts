import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
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
  const script = "sleep 0 & echo $!; exec sleep 60";
  const parent = spawn("sh", ["-c", script], { stdio: ["ignore", "pipe", "ignore"] });
  try {
    const [line] = (await once(parent.stdout, "data")) as [Buffer];
    const pid = Number(String(line).trim());
    await expect.poll(() => execFileSync("cat", [`/proc/${pid}/stat`]).toString()).toContain(") Z ");
    const stat = await readFile(`/proc/${pid}/stat`, "utf8");
    const start = stat.slice(stat.lastIndexOf(")") + 2).split(" ")[19];
    await writeFile(join(dir, "lock"), `${pid} ${start}`);
    await (await lockFolder(dir))();
  } finally {
    parent.kill("SIGKILL");
  }
});
