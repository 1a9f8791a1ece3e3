import type { FileHandle } from "node:fs/promises";
import { expect, test } from "vitest";
import { Journal } from "./journal";

/** A file whose disk answers only when it is told to. */
function slowFile() {
  const written: string[] = [];
  const syncs: { done: () => void; failed: (error: Error) => void }[] = [];
  const file = {
    appendFile: async (text: string) => {
      written.push(text);
    },
    datasync: () => new Promise<void>((done, failed) => syncs.push({ done, failed })),
    close: async () => undefined,
  };
  return { file: file as unknown as FileHandle, written, syncs };
}

const noRotation = { atBytes: Number.POSITIVE_INFINITY, run: () => Promise.reject(new Error("not now")) };
const turn = () => new Promise((resolve) => setImmediate(resolve));

test("nothing counts as settled before the disk has said so, and waiting lines share one sync", async () => {
  const { file, written, syncs } = slowFile();
  const journal = new Journal(file, 0, 0, () => undefined, noRotation);
  let settled = 0;
  const note = () => {
    settled += 1;
  };
  journal.append(1, "one");
  const first = journal.settled().then(note);
  await turn();
  journal.append(2, "two");
  journal.append(3, "three");
  const third = journal.settled().then(note);
  await turn();
  expect([settled, written]).toEqual([0, ["one\n"]]);
  syncs[0]?.done();
  await first;
  await turn();
  expect([settled, written]).toEqual([1, ["one\n", "two\nthree\n"]]);
  syncs[1]?.done();
  await third;
  expect([settled, syncs.length]).toEqual([2, 2]);
});

test("a disk that fails is told to whoever waits, and nothing is taken any more", async () => {
  const { file, syncs } = slowFile();
  const failures: unknown[] = [];
  const journal = new Journal(file, 0, 0, (error) => failures.push(error), noRotation);
  journal.append(1, "one");
  const waiting = journal.settled();
  await turn();
  syncs[0]?.failed(new Error("disk full"));
  await expect(waiting).rejects.toThrow("disk full");
  await expect(journal.settled()).rejects.toThrow("disk full");
  expect(failures).toHaveLength(1);
});
