import { type ChildProcess, execFileSync, spawn, spawnSync } from "node:child_process";
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
} from "node:fs";
import { join } from "node:path";
import { expect, test } from "./fixtures/test";
import { root } from "./stack/folders";
import { findFreePort } from "./stack/free-port";
import { leftoversOf } from "./stack/processes";
import { readUnit } from "./stack/read-unit";
import { makeClone, prepareRelease } from "./stack/release-clone";
import { until } from "./stack/until";

const file = join(root, "docs", "systemd", "countersign.service");
const unit = readUnit(file);
const service = unit.Service ?? {};
const one = (name: string) => service[name]?.at(-1) ?? "";
const isRoot = process.getuid?.() === 0;
const packages = join(root, "node_modules");

test("the unit says what systemd understands", () => {
  const verified = spawnSync("systemd-analyze", ["verify", "--man=no", file], { encoding: "utf8" });
  test.skip(
    verified.error !== undefined,
    "There is no systemd-analyze here; only our own reading is checked.",
  );
  // The account and the folders of the page are not on this machine.
  const said = `${verified.stdout}${verified.stderr}`
    .split("\n")
    .filter((line) => line.includes("countersign.service") && !/not executable|No such file/.test(line));
  expect(said).toEqual([]);
});

test("the unit starts node itself, as nobody special, and has time to stop", () => {
  expect(one("ExecStart")).toMatch(/^\/usr\/bin\/node scripts\/start\.mjs$/);
  expect(one("User")).not.toBe("root");
  expect(one("KillMode")).toBe("mixed");
  expect(Number(one("TimeoutStopSec"))).toBeGreaterThan(10);
});

// Read-only but for the state, and a /tmp of its own: what ProtectSystem=strict and PrivateTmp=yes come to.
// The packages are this checkout's, which may itself lie below /tmp.
const shutIn = `
  mount --make-rprivate /
  mount --bind "$STATE" "$STATE"
  mount --bind "$PACKAGES" /mnt
  mount -o remount,bind,ro /mnt
  mount -o remount,bind,ro /
  mount -t tmpfs -o mode=1777 none /tmp
  case "$PACKAGES" in /tmp/*) (umask 022; mkdir -p "$PACKAGES"); mount --bind /mnt "$PACKAGES" ;; esac
  exec "$@"`;

function commandOf(account: { uid: number; gid: number }): string[] {
  const plain = one("ExecStart").replace(/^\S+/, process.execPath).split(" ");
  const withoutRights = ["setpriv", "--no-new-privs", "--"];
  if (!isRoot) return [...withoutRights, ...plain];
  const asAccount = [
    "setpriv",
    `--reuid=${account.uid}`,
    `--regid=${account.gid}`,
    "--clear-groups",
    "--bounding-set=-all",
    "--inh-caps=-all",
    "--no-new-privs",
    "--",
  ];
  return ["unshare", "--mount", "--", "sh", "-ec", shutIn, "sh", ...asAccount, ...plain];
}

function start(clone: string, state: string, port: number): ChildProcess {
  const nobody = { uid: 65_534, gid: 65_534 };
  const [command = "", ...args] = commandOf(nobody);
  const umask = Number.parseInt(one("UMask"), 8);
  const before = process.umask(umask);
  try {
    return spawn(command, args, {
      cwd: clone,
      // What systemd itself gives, then the unit's own lines, then the settings of the page.
      env: {
        PATH: "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin",
        LANG: "C.UTF-8",
        HOME: "/nonexistent",
        USER: "nobody",
        LOGNAME: "nobody",
        SHELL: "/usr/sbin/nologin",
        STATE: state,
        PACKAGES: packages,
        STATE_DIRECTORY: state,
        ...Object.fromEntries((service.Environment ?? []).map((line) => line.split("=") as [string, string])),
        NODE_ENV: "production",
        ENV_FILE: "none",
        DATA_DIR: state,
        PORT: String(port),
        SANDBOX: "off",
      },
      stdio: ["ignore", "pipe", "pipe"],
    });
  } finally {
    process.umask(before);
  }
}

test("its own command line starts, answers, and ends clean within its time", async () => {
  test.setTimeout(120_000);
  // Not below /tmp, which is private to the service.
  const folder = mkdtempSync("/var/tmp/cs-service-");
  chmodSync(folder, 0o755);
  const state = join(folder, "state");
  let child: ChildProcess | null = null;
  try {
    const clone = makeClone(folder);
    const release = await prepareRelease(clone);
    const readable = spawnSync("setpriv", [
      "--reuid=65534",
      "--clear-groups",
      "cat",
      join(release, "release.json"),
      join(packages, "zod", "package.json"),
    ]);
    test.skip(isRoot && readable.status !== 0, "Another account cannot read this checkout.");
    mkdirSync(state, { mode: Number.parseInt(one("StateDirectoryMode"), 8) });
    if (isRoot) chownSync(state, 65_534, 65_534);
    const before = execFileSync("find", [clone, "-newermt", "now"], { encoding: "utf8" });
    const port = await findFreePort();
    child = start(clone, state, port);
    let said = "";
    for (const stream of [child.stdout, child.stderr]) stream?.on("data", (chunk) => (said += chunk));
    const ended = new Promise<number | null>((resolve) => child?.once("exit", resolve));
    const answers = () =>
      fetch(`http://127.0.0.1:${port}/api/health`).then(async (answer) =>
        answer.ok ? await answer.json() : null,
      );
    await until("the service to answer", async () => {
      if (child?.exitCode !== null) throw new Error(`it ended\n${said}`);
      return await answers();
    });
    await until("the block", () => (said.includes("Countersign is running") ? true : null));
    expect(statSync(join(state, "secrets")).mode & 0o777).toBe(0o700);
    expect(existsSync(join(state, "postgres", "socket"))).toBe(true);
    if (isRoot) expect(statSync(join(state, "postgres", "data")).uid).toBe(65_534);
    const page = await fetch(`http://127.0.0.1:${port}/sign-in`);
    expect(page.status).toBe(200);
    const began = Date.now();
    child.kill("SIGTERM");
    expect(await ended).toBe(0);
    expect(Date.now() - began).toBeLessThan(Number(one("TimeoutStopSec")) * 1000);
    expect(said).toContain("Stopped");
    expect(said).not.toMatch(/EROFS|EACCES|read-only/i);
    expect(leftoversOf([], [state])).toEqual([]);
    expect(execFileSync("find", [clone, "-newermt", "now"], { encoding: "utf8" })).toBe(before);
    expect(readdirSync(state).sort()).not.toContain("running.json");
  } finally {
    child?.kill("SIGKILL");
    rmSync(folder, { recursive: true, force: true });
  }
});
