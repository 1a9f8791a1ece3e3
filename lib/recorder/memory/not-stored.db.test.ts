import { randomUUID } from "node:crypto";
import { copyFile, mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { NotStored } from "@/lib/recorder/memory/not-stored";
import type { Db } from "@/lib/store/pool";
import { gapsWithin } from "@/lib/store/watch-gaps";
import { useTestDatabase } from "@/lib/testing/database";
import { type MadeWorkspace, makeWorkspace } from "@/lib/testing/factories/make-workspace";

const database = useTestDatabase();
const origin = "https://app.opentrain.ai";
let folder = "";
const opened: NotStored[] = [];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "missed-"));
});
afterEach(async () => {
  for (const one of opened.splice(0)) await one.close();
  await rm(folder, { recursive: true, force: true });
});

const at = (second: number) => new Date(Date.UTC(2026, 4, 1, 12, 0, second));
const made = () => makeWorkspace(database.db, { origin });
const gapsOf = async ({ workspaceId }: MadeWorkspace) =>
  (await gapsWithin(database.db, { workspaceId, from: new Date(0), to: new Date(), most: 9 })).map(
    ({ fromAt, untilAt }) => [fromAt, untilAt],
  );

async function fresh(): Promise<NotStored> {
  const keeper = randomUUID();
  const one = new NotStored(keeper, folder);
  opened.push(one);
  await one.open(at(50));
  return one;
}

/** What is on disk, as a process that is gone leaves it. */
async function dies(): Promise<string> {
  const [name = ""] = (await readdir(folder)).filter((file) => file.endsWith(".missed"));
  const left = join(folder, name.replace(/\.\d+\.\d*\./, ".4194303.1."));
  await copyFile(join(folder, name), left);
  return left;
}

/** A database in whose every transaction something happens first. */
function meanwhile(happens: () => Promise<void>): Db {
  return new Proxy(database.db, {
    get(target, name, receiver) {
      if (name !== "transaction") return Reflect.get(target, name, receiver);
      return async (work: Parameters<Db["transaction"]>[0]) => {
        const done = await target.transaction(work);
        await happens();
        return done;
      };
    },
  });
}

it("keeps what was noted while it told of what was noted before", async () => {
  const one = await made();
  const missed = await fresh();
  await missed.note(one.workspaceId, at(1));
  let times = 0;
  await missed.tell(
    meanwhile(async () => {
      times += 1;
      if (times === 1) await missed.note(one.workspaceId, at(9));
    }),
  );
  expect(missed.isAny).toBe(true);
  await dies();
  await missed.tell(database.db);
  expect(missed.isAny).toBe(false);
  expect((await gapsOf(one)).at(0)?.[1]).toEqual(at(10));
  const next = await fresh();
  expect(next.isAny).toBe(true);
});

it("says of everybody what it has no room to say of each", async () => {
  const [one, two] = [await made(), await made()];
  const missed = await fresh();
  await Promise.all(Array.from({ length: 300 }, () => missed.note(randomUUID(), at(2))));
  await missed.note(one.workspaceId, at(3));
  await dies();
  const next = await fresh();
  await next.tell(database.db);
  for (const workspace of [one, two]) expect(await gapsOf(workspace)).toEqual([[at(2), at(51)]]);
  expect(next.isAny).toBe(false);
});

it("tells everybody where nobody knows whose it was", async () => {
  const [one, two] = [await made(), await made()];
  const missed = await fresh();
  await missed.noteEverybody(at(4), at(6));
  await missed.note(one.workspaceId, at(5));
  await missed.tell(database.db);
  expect(await gapsOf(one)).toContainEqual([at(4), at(7)]);
  expect(await gapsOf(two)).toEqual([[at(4), at(7)]]);
});

it("takes a note nobody can read for one of everybody, and an empty one for none", async () => {
  const one = await made();
  await fresh();
  const left = await dies();
  await writeFile(left, "");
  expect((await fresh()).isAny).toBe(false);
  await writeFile(left, '{"0');
  const next = await fresh();
  await next.tell(database.db);
  expect((await gapsOf(one)).length).toBe(1);
});
