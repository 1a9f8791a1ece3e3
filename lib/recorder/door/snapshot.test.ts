import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { Snapshot } from "./snapshot";

const keys = "a".repeat(40);
const connected = [
  {
    workspaceId: "w",
    connectionId: "c",
    origin: "https://o.example",
    accountKey: "org_1",
    kind: "real" as const,
  },
];
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "snapshot-"));
  vi.spyOn(process.stdout, "write").mockReturnValue(true);
});
afterEach(() => {
  rmSync(folder, { recursive: true });
  vi.restoreAllMocks();
});
const path = () => join(folder, "recorder", "connected");

it("gives back after a start what was kept, sealed and for us alone", async () => {
  await new Snapshot(folder, keys).keep(connected);
  expect(await new Snapshot(folder, keys).recall()).toEqual(connected);
  expect(readFileSync(path(), "latin1")).not.toContain("org_1");
  expect([statSync(path()).mode & 0o777, statSync(join(folder, "recorder")).mode & 0o777]).toEqual([
    0o600, 0o700,
  ]);
});

it("follows what is connected, down to nobody", async () => {
  const snapshot = new Snapshot(folder, keys);
  await snapshot.keep(connected);
  await snapshot.keep([]);
  expect(await snapshot.recall()).toEqual([]);
});

it("is opened by older keys while they are given, and is nothing otherwise", async () => {
  expect(await new Snapshot(folder, keys).recall()).toBeNull();
  await new Snapshot(folder, keys).keep(connected);
  expect(await new Snapshot(folder, `${"b".repeat(40)},${keys}`).recall()).toEqual(connected);
  expect(await new Snapshot(folder, "b".repeat(40)).recall()).toBeNull();
  writeFileSync(path(), readFileSync(path()).subarray(0, 50));
  expect(await new Snapshot(folder, keys).recall()).toBeNull();
});

it("holds nobody up when the disk takes nothing", async () => {
  writeFileSync(join(folder, "recorder"), "in the way");
  await new Snapshot(folder, keys).keep(connected);
});
