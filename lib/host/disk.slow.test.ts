import { spawnSync } from "node:child_process";
import { describe, expect, it } from "vitest";
import { useHostProcess } from "@/lib/testing/host-process";

const here = useHostProcess();

// A disk of its own for DATA_DIR, which nobody else sees and which is gone with the process.
const mount = 'mount -t tmpfs -o "size=$SIZE,mode=711" tmpfs "$DATA_DIR"';
const inSmallDisk = (before: string) => ["unshare", "-m", "sh", "-c", `${mount}; ${before} exec "$@"`, "sh"];
const canMount = spawnSync("unshare", ["-m", "mount", "-t", "tmpfs", "tmpfs", "/mnt"]).status === 0;

const faultsIn = (said: string) => said.split("\n").filter((line) => line.startsWith("FAULT"));
const full = /^FAULT DATA_DIR has no room left: the disk below \S+ is full\. Make room there/;

describe.skipIf(!canMount)("a disk that is full at the start", () => {
  // As much room as each step leaves to the next: none, the secrets, half of initdb, all of it, half a migration.
  it.each([
    ["not a byte", "1m", 'cat /dev/zero > "$DATA_DIR/filler" 2>/dev/null;'],
    ["a few files", "40k", ""],
    ["half a database", "12m", ""],
    ["a database that cannot start", "40m", ""],
    ["a database without tables", "42m", ""],
  ])("is one plain sentence with room for %s", async (_name, SIZE, before) => {
    const host = here.start({ SIZE }, { wrap: inSmallDisk(before) });
    expect(await host.exit).toBe(1);
    const faults = faultsIn(await host.said);
    expect(faults).toHaveLength(1);
    expect(faults[0]).toMatch(full);
  });

  it("does no harm: with room made, the same folder comes up", async () => {
    const again = `"$@" > "$DATA_DIR/../first"; mount -o remount,size=200m "$DATA_DIR";`;
    const host = await here.running({ SIZE: "42m" }, { wrap: inSmallDisk(again) });
    host.child.kill("SIGTERM");
    expect(await host.exit).toBe(0);
  });
});

describe.skipIf(!canMount)("a disk that is read-only", () => {
  it("is one plain sentence", async () => {
    const readOnly = 'mount -o remount,ro "$DATA_DIR";';
    const host = here.start({ SIZE: "1m" }, { wrap: inSmallDisk(readOnly) });
    expect(await host.exit).toBe(1);
    expect(faultsIn(await host.said)).toEqual([
      expect.stringMatching(/^FAULT DATA_DIR cannot be written to: \S+ is read-only/),
    ]);
  });
});
