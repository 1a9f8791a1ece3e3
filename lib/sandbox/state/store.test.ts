import { appendFile, mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { conflict } from "../refusal";
import type { Job } from "./shapes";
import { openStore, type Store } from "./store";

let dir: string;
let store: Store;

beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), "store-"));
  store = await openStore({ dir });
});

afterEach(async () => {
  await store.close().catch(() => undefined);
  await rm(dir, { recursive: true, force: true });
});

const job = (id: string): Job => ({
  id,
  accountId: "a",
  title: id,
  status: "OPEN",
  paymentType: "FIXED_PRICE",
  createdAt: 0,
  updatedAt: 0,
});

const titles = () => store.transact((tx) => tx.of("jobs", "a").map(({ title }) => title));

async function reopen(): Promise<void> {
  await store.close();
  store = await openStore({ dir });
}

test("what was answered is there after a restart", async () => {
  await store.transact((tx) => tx.put("jobs", job("one")));
  await store.transact((tx) => tx.put("jobs", job("two")));
  await store.transact((tx) => tx.remove("jobs", "one"));
  await reopen();
  expect(await titles()).toEqual(["two"]);
});

test("a step is on disk before it resolves", async () => {
  await store.transact((tx) => tx.put("jobs", job("one")));
  expect(await readFile(join(dir, "journal.jsonl"), "utf8")).toContain('"title":"one"');
});

test("a read waits for what it has seen", async () => {
  const write = store.transact((tx) => tx.put("jobs", job("one")));
  expect(await titles()).toEqual(["one"]);
  expect(await readFile(join(dir, "journal.jsonl"), "utf8")).toContain('"title":"one"');
  await write;
});

test("a torn last line is left out and cut off", async () => {
  await store.transact((tx) => tx.put("jobs", job("one")));
  await store.close();
  await appendFile(join(dir, "journal.jsonl"), '{"seq":3,"changes":[["jobs","two",{"id":"tw');
  store = await openStore({ dir });
  expect(await titles()).toEqual(["one"]);
  await store.transact((tx) => tx.put("jobs", job("three")));
  await reopen();
  expect(await titles()).toEqual(["one", "three"]);
});

test("a gap in the journal is refused, not skipped", async () => {
  await store.transact((tx) => tx.put("jobs", job("one")));
  await store.close();
  await appendFile(join(dir, "journal.jsonl"), '{"seq":9,"changes":[]}\n');
  await expect(openStore({ dir })).rejects.toThrow("gap");
});

test("an unexpected error undoes the whole step, a refusal keeps what it noticed", async () => {
  await store.transact((tx) => tx.put("jobs", job("one")));
  const broken = store.transact((tx) => {
    tx.put("jobs", { ...job("one"), title: "changed" });
    tx.put("jobs", job("two"));
    tx.remove("jobs", "one");
    throw new Error("bug");
  });
  await expect(broken).rejects.toThrow("bug");
  expect(await titles()).toEqual(["one"]);
  const refused = store.transact((tx) => {
    tx.put("jobs", job("lapsed"));
    throw conflict("no", "No.");
  });
  await expect(refused).rejects.toThrow("No.");
  await reopen();
  expect(await titles()).toEqual(["one", "lapsed"]);
});

test("the journal is rotated under load without losing or doubling a line", async () => {
  await store.close();
  store = await openStore({ dir, rotateAtBytes: 2000 });
  const ids = Array.from({ length: 200 }, (_, index) => `job-${index}`);
  await Promise.all(ids.map((id) => store.transact((tx) => tx.put("jobs", job(id)))));
  for (const id of ids.slice(0, 40)) await store.transact((tx) => tx.put("jobs", job(`late-${id}`)));
  await reopen();
  expect(await titles()).toEqual([...ids, ...ids.slice(0, 40).map((id) => `late-${id}`)]);
});

test("a second process on the same folder is refused, a dead one's lock is taken over", async () => {
  await expect(openStore({ dir })).rejects.toThrow("in use");
  await store.close();
  await writeFile(join(dir, "lock"), "999999999 1");
  store = await openStore({ dir });
  await store.close();
  // The same number, but another process: this one started at another time.
  await writeFile(join(dir, "lock"), `${process.pid} 1`);
  store = await openStore({ dir });
});

test("only the owner of the files can read them", async () => {
  expect((await stat(dir)).mode & 0o777).toBe(0o700);
  expect((await stat(join(dir, "journal.jsonl"))).mode & 0o777).toBe(0o600);
  expect((await stat(join(dir, "snapshot.jsonl"))).mode & 0o777).toBe(0o600);
});
