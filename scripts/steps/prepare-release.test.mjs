import { spawn } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { fingerprint } from "./fingerprint.mjs";
import { goBack, prepareRelease } from "./prepare-release.mjs";
import { currentRelease, listReleases, makeCurrent } from "./releases.mjs";

let clone = "";
let seconds = 0;

beforeEach(() => {
  clone = mkdtempSync(join(tmpdir(), "countersign-release-"));
  for (const [name, text] of Object.entries({
    "package.json": '{"version": "1.2.3", "type": "module"}',
    "package-lock.json": "{}",
    ".env": "AUTH_SECRET=x",
    "lib/one.ts": "1",
    "dist/host.mjs": "clone",
    ".next/BUILD_ID": "clone",
    ".data/postgres/data/PG_VERSION": "18",
    "node_modules/pg/index.js": "pg",
  })) {
    mkdirSync(join(clone, name, ".."), { recursive: true });
    writeFileSync(join(clone, name), text);
  }
});
afterEach(() => rmSync(clone, { recursive: true, force: true }));

const built =
  (faults = "[]") =>
  (folder) => {
    mkdirSync(join(folder, "dist"), { recursive: true });
    writeFileSync(join(folder, "dist", "host.mjs"), `export const checkEnvironment = () => (${faults});`);
  };

async function prepare(build = built()) {
  seconds += 1;
  const now = new Date(Date.UTC(2026, 10, 21, 12, 0, seconds));
  return await prepareRelease(clone, { now, build, environment: {} });
}

const inUse = (name) => statSync(join(clone, ".releases", name), { throwIfNoEntry: false })?.isDirectory();

describe("preparing a release", () => {
  it("takes the code, and neither settings, data, packages nor builds of the clone", async () => {
    const { name, folder, version } = await prepare();
    expect(version).toBe("1.2.3");
    expect(currentRelease(clone)).toBe(name);
    expect(readdirSync(folder).sort()).toEqual([
      "dist",
      "lib",
      "package-lock.json",
      "package.json",
      "release.json",
    ]);
    expect(readFileSync(join(clone, "dist", "host.mjs"), "utf8")).toBe("clone");
    expect(readFileSync(join(clone, ".next", "BUILD_ID"), "utf8")).toBe("clone");
  });

  it("shares packages that are the same, file by file, and installs others anew", async () => {
    const mark = join(clone, "node_modules", ".countersign-installed");
    writeFileSync(mark, fingerprint(["package.json", "package-lock.json"], undefined, clone));
    const first = await prepare();
    const shared = join(first.folder, "node_modules", "pg", "index.js");
    expect(statSync(shared).ino).toBe(statSync(join(clone, "node_modules", "pg", "index.js")).ino);
    rmSync(join(clone, "node_modules"), { recursive: true });
    expect(readFileSync(shared, "utf8")).toBe("pg");
    writeFileSync(join(clone, "package-lock.json"), '{"changed": true}');
    expect(existsSync(join((await prepare()).folder, "node_modules"))).toBe(false);
  });

  it("changes nothing when it cannot be built, or could not start with these settings", async () => {
    const { name } = await prepare();
    const fails = prepare(() => Promise.reject(new Error("no")));
    await expect(fails).rejects.toThrow("no");
    const faults = '[{ name: "NEW_SETTING", problem: "must be set." }]';
    await expect(prepare(built(faults))).rejects.toMatchObject({ faults: [{ name: "NEW_SETTING" }] });
    expect(currentRelease(clone)).toBe(name);
    expect(listReleases(clone)).toEqual([name]);
    expect(readdirSync(join(clone, ".releases")).sort()).toEqual([name, "current"]);
  });

  it("does not run one that was killed half way, and clears it away", async () => {
    const half = join(clone, ".releases", "2026-11-21-110000");
    mkdirSync(half, { recursive: true });
    makeCurrent(clone, "2026-11-21-110000");
    expect(currentRelease(clone)).toBeNull();
    await prepare();
    expect(existsSync(half)).toBe(false);
  });

  it("is one at a time", async () => {
    const other = spawn("sleep", ["60"]);
    try {
      mkdirSync(join(clone, ".releases"));
      const stat = readFileSync(`/proc/${other.pid}/stat`, "utf8");
      const startTime = stat.slice(stat.lastIndexOf(")") + 2).split(" ")[19];
      writeFileSync(
        join(clone, ".releases", "preparing.json"),
        JSON.stringify({ pid: other.pid, startTime }),
      );
      await expect(prepare()).rejects.toMatchObject({ faults: [{ name: "Release" }] });
    } finally {
      other.kill("SIGKILL");
    }
    expect(currentRelease(clone)).toBeNull();
  });

  it("keeps the one before, and whatever still runs", async () => {
    const first = await prepare();
    const running = spawn("sleep", ["60"], { cwd: first.folder });
    const ended = new Promise((resolve) => running.once("exit", resolve));
    const names = [first.name];
    for (let count = 0; count < 3; count += 1) names.push((await prepare()).name);
    expect(listReleases(clone)).toEqual([names[0], names[2], names[3]]);
    running.kill("SIGKILL");
    await ended;
    const next = await prepare();
    expect(inUse(first.name)).toBeUndefined();
    expect(listReleases(clone)).toHaveLength(2);
    expect(listReleases(clone)).toContain(next.name);
  });
});

describe("going back", () => {
  it("makes the one before the next to start", async () => {
    const [first, second] = [await prepare(), await prepare()];
    expect(currentRelease(clone)).toBe(second.name);
    await goBack(clone);
    expect(readlinkSync(join(clone, ".releases", "current"))).toBe(first.name);
    expect(realpathSync(join(clone, ".releases", "current"))).toBe(realpathSync(first.folder));
    await expect(goBack(clone)).rejects.toMatchObject({ faults: [{ name: "Release" }] });
  });

  it("says what to do where the clone itself ran before", async () => {
    const first = await prepare();
    expect(first.hasOneBefore).toBe(false);
    await expect(goBack(clone)).rejects.toMatchObject({
      faults: [{ problem: expect.stringMatching(/git checkout ORIG_HEAD.*npm start -- --here/) }],
    });
    expect(currentRelease(clone)).toBe(first.name);
    expect((await prepare()).hasOneBefore).toBe(true);
  });
});
