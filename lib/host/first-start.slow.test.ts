import { spawn } from "node:child_process";
import { existsSync, mkdirSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { findRunning } from "@/lib/host/postgres/find-running";
import { appRole, databaseName } from "@/lib/host/postgres/prepare-database";
import { eventually, findProcesses } from "@/lib/testing/find-processes";
import { useHostProcess } from "@/lib/testing/host-process";

const here = useHostProcess();
const place = (...path: string[]) => join(here.dataDir, "postgres", ...path);
const names = (folder: string) => (existsSync(folder) ? readdirSync(folder) : []);
const half = () => names(place()).find((name) => name.startsWith("data-making-"));

/** What there is to see of a first start, in its order. */
const steps: [string, () => boolean][] = [
  ["a secret is written", () => names(join(here.dataDir, "secrets")).length > 0],
  ["initdb has begun", () => half() !== undefined],
  ["initdb is half way", () => names(place(half() ?? "none", "base")).length > 0],
  ["initdb has ended", () => existsSync(place("data", "PG_VERSION"))],
  ["PostgreSQL comes up", () => existsSync(place("data", "postmaster.pid"))],
  ["the database is made", () => names(place("data", "base")).length > 3],
  ["the tables are made", () => existsSync(join(here.folder, "part.mjs.log"))],
];

describe("a first start that is killed", () => {
  it("comes up at the next, at whatever step it was, with nothing left running and nothing half made", async () => {
    for (const [step, isThere] of steps) {
      const host = here.start();
      await eventually(isThere, Boolean, 30_000).catch(() => expect.fail(`never seen: ${step}`));
      host.child.kill("SIGKILL");
      await host.exit;
    }
    const host = await here.running();
    expect(half()).toBeUndefined();
    expect(findRunning(here.dataDir)?.(appRole, databaseName)).toContain("postgres");
    host.child.kill("SIGTERM");
    expect(await host.exit).toBe(0);
    expect(findProcesses(here.folder)).toEqual([]);
  });

  it("is not disturbed by somebody it left behind who still writes", async () => {
    const left = place("data-making-1-1");
    mkdirSync(left, { recursive: true });
    const writer = spawn("sh", ["-c", 'while :; do mkdir -p "$1"; : > "$1/$$"; done', "sh", left]);
    const host = await here.running().finally(() => writer.kill("SIGKILL"));
    host.child.kill("SIGTERM");
    expect(await host.exit).toBe(0);
  });
});
