import { describe, expect, it } from "vitest";
import { backupBlock, restoreBlock } from "@/lib/host/backup/tell";

const tables = new Map([
  ["approvals", { rows: 12, sha256: "a".repeat(64) }],
  ["claims", { rows: 0, sha256: "b".repeat(64) }],
  ["events", { rows: 3400, sha256: "c".repeat(64) }],
]);
const made = { bytes: 52_000, tables, keys: "inside" as const };
const head = { madeAt: "2026-11-21T12:00:00.000Z", app: "1.2.3" } as Parameters<
  typeof restoreBlock
>[0]["head"];

const restored = (more: Partial<Parameters<typeof restoreBlock>[0]> = {}) =>
  restoreBlock({ tables, head, keys: "none_needed", into: "/new", setHere: {}, ...more });

describe("what a backup says", () => {
  it("is a summary with one fingerprint of the whole, and every table only where asked for", () => {
    const short = backupBlock(made, { file: "/safe/one.backup", isVerbose: false });
    expect(short).toContain("/safe/one.backup, 52 KB");
    expect(short).toContain("3,412 rows in 3 tables");
    expect(short).toMatch(/Fingerprint +[0-9a-f]{16}$/m);
    expect(short).not.toContain("approvals");
    const long = backupBlock(made, { file: "/safe/one.backup", isVerbose: true });
    expect(long).toContain("  approvals     12  aaaaaaaaaaaaaaaa\n  claims         0");
  });

  it("has another fingerprint when any table has", () => {
    const print = (all: typeof tables) =>
      /Fingerprint +(\w+)/.exec(backupBlock({ ...made, tables: all }, { file: "x", isVerbose: false }))?.[1];
    const changed = new Map(tables).set("events", { rows: 3400, sha256: "d".repeat(64) });
    expect(print(changed)).not.toBe(print(tables));
  });
});

describe("what a restore says", () => {
  it("proves every table in few lines", () => {
    const said = restored();
    expect(said).toContain("  approvals     12  aaaaaaaaaaaaaaaa  the same\n  events     3,400");
    expect(said).toContain("  Empty in both: claims\n");
  });

  it("ends with the start of what was restored, by the places as they were given", () => {
    expect(restored()).toMatch(/Start it: npm start\n\n$/);
    const here = restored({ setHere: { DATA_DIR: "/new inbox", DATABASE_URL: null } });
    expect(here).toContain("Start it: DATA_DIR='/new inbox' npm start\n  Or put DATA_DIR into .env");
  });

  it("names the address of a database without telling it", () => {
    const secret = "postgres://app:hunter2@db/x";
    const one = restored({ setHere: { DATA_DIR: "/new", DATABASE_URL: secret } });
    expect(one).toContain("Start it with DATABASE_URL set as for this restore: DATA_DIR=/new npm start");
    const two = restored({ setHere: { DATABASE_URL: secret, DATABASE_MIGRATE_URL: secret } });
    expect(two).toContain("Start it with DATABASE_URL and DATABASE_MIGRATE_URL set");
    expect(one + two).not.toContain("hunter2");
  });

  it("warns of two that read one account only where the copy can read it", () => {
    const warning = "reads the connected OpenTrain account";
    expect(restored({ keys: "restored" })).toContain(warning);
    expect(restored({ keys: "here" })).toContain(warning);
    expect(restored({ keys: "lost" })).not.toContain(warning);
    expect(restored()).not.toContain(warning);
  });
});
