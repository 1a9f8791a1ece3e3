import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { isDiskFull } from "./file-problems.mjs";

const folder = mkdtempSync(join(tmpdir(), "countersign-fault-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const fault = new URL("./fault.mjs", import.meta.url).href;

function say(work) {
  const script = `import { writeFileSync, mkdirSync } from "node:fs";
    import { runOrExplain, fault, Faults } from ${JSON.stringify(fault)};
    await runOrExplain(() => { ${work} });`;
  const { status, stderr } = spawnSync(process.execPath, ["--input-type=module", "-e", script], {
    encoding: "utf8",
  });
  return { status, said: stderr };
}

describe("runOrExplain", () => {
  it("says in words that a disk is full, and where", () => {
    // The one file that is always on a full disk.
    const { status, said } = say('writeFileSync("/dev/full", "x")');
    expect(status).toBe(1);
    expect(said).toMatch(/^ {2}\S+ lies on a disk that has no room left\. Mend that and start again\.$/m);
    expect(said).not.toContain("ENOSPC");
  });

  it("says in words that a folder is a file", () => {
    expect(say('mkdirSync("/dev/null/below")').said).toContain(
      "/dev/null cannot be made: a part of that path",
    );
  });

  it("prints faults by their names, and one line of anything else without a stack", () => {
    expect(say('throw fault("PORT", "is in use.")').said).toBe(
      "\nCountersign cannot start\n\n  PORT is in use.\n\n",
    );
    expect(
      say('throw new Faults([{ name: "A", problem: "is." }, { name: "LONG", problem: "too." }])').said,
    ).toContain("  A     is.\n  LONG  too.\n");
    const { said } = say('throw new Error("first line\\nat second (line)")');
    expect(said).toContain("  Countersign first line\n");
    expect(said).not.toContain("second");
  });

  it("knows a tool that gave up for want of room", () => {
    expect(isDiskFull("npm error code ENOSPC")).toBe(true);
    expect(isDiskFull("Error: No space left on device (os error 28)")).toBe(true);
    expect(isDiskFull("Type error")).toBe(false);
  });
});
