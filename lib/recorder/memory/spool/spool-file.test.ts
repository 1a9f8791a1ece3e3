import { appendFile, mkdtemp, readFile, rm, stat, truncate, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { SpoolFile } from "./spool-file";

const most = 1024 * 1024;
let folder = "";
let path = "";

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "spool-"));
  path = join(folder, "deep", "one.spool");
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const put = (file: SpoolFile, ...texts: string[]) =>
  Promise.all(texts.map((text) => file.append(Buffer.from(text))));

async function drained(file: SpoolFile): Promise<string[]> {
  const texts: string[] = [];
  await file.drain(async (content) => void texts.push(content.toString()));
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

it("does not take a damaged record for one, nor what only looks like a length", async () => {
  const file = new SpoolFile(path, most);
  await put(file, "first", "second");
  await file.close();
  const whole = await readFile(path);
  whole[whole.length - 1] = (whole[whole.length - 1] ?? 0) ^ 1;
  await writeFile(path, whole);
  const damaged = await reopened();
  expect(await drained(damaged)).toEqual(["first"]);
  await damaged.close();
  await truncate(path, 0);
  await appendFile(path, Buffer.alloc(64, 0xff));
  const rubbish = await reopened();
  expect(rubbish.waiting).toBe(0);
  await rubbish.close();
});

it("stops at what could not be taken, and goes on there", async () => {
  const file = new SpoolFile(path, most);
  await put(file, "a", "b");
  const taken: string[] = [];
  const failing = file.drain(async (content) => {
    if (content.toString() === "b") throw new Error("away");
    taken.push(content.toString());
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
    taken.push(content.toString());
    if (taken.length === 1) await put(file, "b");
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
