import { appendFile, mkdtemp, readdir, readFile, rm, stat, truncate, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { SpoolFile } from "./spool-file";

const most = 1024 * 1024;
let folder = "";
let path = "";

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "spool-"));
  path = join(folder, "deep", "one.spool");
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const lost = "lost";

const put = (file: SpoolFile, ...texts: string[]) =>
  Promise.all(texts.map((text) => file.append(Buffer.from(text))));

async function drained(file: SpoolFile): Promise<string[]> {
  const texts: string[] = [];
  await file.drain(async (content) => {
    texts.push(content?.toString() ?? lost);
    return content !== null;
  });
  return texts;
}

async function reopened(): Promise<SpoolFile> {
  const file = new SpoolFile(path, most);
  await file.recover();
  return file;
}

it("gives back what was put, in order, once, and begins anew", async () => {
  const file = new SpoolFile(path, most);
  expect(await put(file, "a", "b", "c")).toEqual([true, true, true]);
  expect(file.waiting).toBe(3);
  expect(await drained(file)).toEqual(["a", "b", "c"]);
  expect(await drained(file)).toEqual([]);
  expect((await stat(path)).size).toBe(0);
  await put(file, "d");
  expect(await drained(file)).toEqual(["d"]);
  await file.close();
});

it("is for its owner's eyes alone", async () => {
  const file = new SpoolFile(path, most);
  await put(file, "a");
  expect((await stat(path)).mode & 0o777).toBe(0o600);
  expect((await stat(join(folder, "deep"))).mode & 0o777).toBe(0o700);
  await file.close();
});

it("drops a record cut short, wherever it was cut, and keeps all before it", async () => {
  const file = new SpoolFile(path, most);
  await put(file, "first", "second");
  await file.close();
  const whole = await readFile(path);
  const firstEnds = whole.length / 2 - 0.5;
  for (let length = whole.length; length >= Math.ceil(firstEnds); length--) {
    await writeFile(path, whole.subarray(0, length));
    const left = await reopened();
    expect(await drained(left), String(length)).toEqual(
      length === whole.length ? ["first", "second"] : ["first"],
    );
    await left.close();
  }
});

const texts = ["first", "second", "third"];
const headLength = 16;
/** Where each of them begins, and where the last ends. */
const starts = [0];
for (const text of texts) starts.push((starts.at(-1) ?? 0) + headLength + text.length);
const everyByte = Array.from({ length: starts.at(-1) ?? 0 }, (_, at) => at);
const hitAt = (at: number) => starts.findLastIndex((start) => start <= at);
const damagedFiles = async () =>
  (await readdir(join(folder, "deep"))).filter((name) => name.endsWith(".damaged"));

async function flip(at: number, mask = 0xff): Promise<void> {
  const bytes = await readFile(path);
  bytes[at] = (bytes[at] ?? 0) ^ mask;
  await writeFile(path, bytes);
}

describe("a damaged byte, wherever it is, loses its own record alone, and keeps the file", () => {
  it("while running", async () => {
    for (const at of everyByte) {
      const file = new SpoolFile(path, most);
      await put(file, ...texts);
      await flip(at);
      expect(await drained(file), String(at)).toEqual(
        texts.map((text, n) => (n === hitAt(at) ? lost : text)),
      );
      expect(file.waiting).toBe(0);
      expect((await damagedFiles()).length).toBe(1);
      // The next file is a new one.
      await put(file, "after");
      expect(await drained(file)).toEqual(["after"]);
      await file.remove();
      for (const name of await damagedFiles()) await rm(join(folder, "deep", name));
    }
  });

  it("after a crash", async () => {
    for (const at of everyByte) {
      const file = new SpoolFile(path, most);
      await put(file, ...texts);
      await file.close();
      await flip(at, 0x01);
      const left = await reopened();
      expect(left.waiting, String(at)).toBe(3);
      expect(await drained(left), String(at)).toEqual(
        texts.map((text, n) => (n === hitAt(at) ? lost : text)),
      );
      await left.remove();
      expect(await readdir(join(folder, "deep"))).toEqual(await damagedFiles());
      expect((await damagedFiles()).length).toBe(1);
      await rm(join(folder, "deep"), { recursive: true });
    }
  });
});

it("goes on behind bytes that are missing, and behind those that nobody wrote", async () => {
  for (const length of [1, 20, 30]) {
    const file = new SpoolFile(path, most);
    await put(file, ...texts);
    await file.close();
    const whole = await readFile(path);
    await writeFile(path, Buffer.concat([whole.subarray(0, 3), whole.subarray(3 + length)]));
    const left = await reopened();
    expect((await drained(left)).at(-1), String(length)).toBe("third");
    await left.remove();
    await rm(join(folder, "deep"), { recursive: true });
  }
});

it("keeps what is all rubbish, and drops what is room with nothing in it", async () => {
  const file = new SpoolFile(path, most);
  await put(file, "first");
  await appendFile(path, Buffer.alloc(64));
  await file.close();
  const left = await reopened();
  expect(await drained(left)).toEqual(["first"]);
  await left.remove();
  expect(await damagedFiles()).toEqual([]);
  await writeFile(path, Buffer.alloc(64, 0xff));
  const rubbish = await reopened();
  expect(await drained(rubbish)).toEqual([lost]);
  await rubbish.remove();
  expect((await damagedFiles()).length).toBe(1);
});

it("takes a file that was cut while it is written for one that lost a record", async () => {
  const file = new SpoolFile(path, most);
  await put(file, ...texts);
  await truncate(path, (starts[2] ?? 0) + 5);
  expect(await drained(file)).toEqual(["first", "second", lost]);
  await file.close();
});

it("stops at what could not be taken, and goes on there", async () => {
  const file = new SpoolFile(path, most);
  await put(file, "a", "b");
  const taken: string[] = [];
  const failing = file.drain(async (content) => {
    if (content?.toString() === "b") throw new Error("away");
    taken.push(String(content));
    return true;
  });
  await expect(failing).rejects.toThrow("away");
  expect(file.waiting).toBe(1);
  expect(await drained(file)).toEqual(["b"]);
  await file.close();
});

it("takes what comes while it is drained", async () => {
  const file = new SpoolFile(path, most);
  await put(file, "a");
  const taken: string[] = [];
  await file.drain(async (content) => {
    taken.push(String(content));
    if (taken.length === 1) await put(file, "b");
    return true;
  });
  expect([taken, file.waiting]).toEqual([["a", "b"], 0]);
  await file.close();
});

it("says when it is full, and has room again once it was drained", async () => {
  const file = new SpoolFile(path, 100);
  expect(await put(file, "x".repeat(60), "y".repeat(60))).toEqual([true, false]);
  expect(await drained(file)).toEqual(["x".repeat(60)]);
  expect(await put(file, "y".repeat(60))).toEqual([true]);
  await file.close();
});

it("says when the disk takes nothing", async () => {
  await writeFile(join(folder, "deep"), "no folder");
  expect(await put(new SpoolFile(path, most), "a")).toEqual([false]);
});
