import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { journalLine, readFiles } from "./files";
import type { TableName, Tables } from "./shapes";
import { Transaction } from "./transaction";
import { emptyWorld, tableNames, type World } from "./world";

let dir: string;

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), "cut-"));
});
afterAll(() => rm(dir, { recursive: true, force: true }));

const rowsOf = (world: World) =>
  Object.fromEntries(tableNames(world).map((table) => [table, [...world[table].all()]]));

/** Three steps for each kind of record there is: it comes, it changes beside another, it goes. */
function liveThroughEverything() {
  const world = emptyWorld();
  const lines: string[] = [];
  const states = [rowsOf(world)];
  const step = (change: (tx: Transaction) => void) => {
    const tx = new Transaction(world, 0);
    change(tx);
    lines.push(`${journalLine(lines.length + 1, tx.changed())}\n`);
    states.push(rowsOf(world));
  };
  const names = tableNames(world);
  const put = (tx: Transaction, table: TableName, id: string, note: string) =>
    tx.put(table, { id, accountId: "a", note: `${note} \u{1f512} é` } as unknown as Tables[TableName]);
  for (const [index, table] of names.entries()) {
    const beside = names[(index + 1) % names.length] as TableName;
    step((tx) => put(tx, table, `${table}-1`, "new"));
    step((tx) => {
      put(tx, table, `${table}-1`, "changed");
      put(tx, beside, `${table}-beside`, "new");
    });
    step((tx) => tx.remove(beside, `${table}-beside`));
  }
  return { lines, states };
}

test("wherever the journal breaks off, whole steps are read and nothing else, for every kind of record", {
  timeout: 30_000,
}, async () => {
  const { lines, states } = liveThroughEverything();
  const bytes = Buffer.from(lines.join(""));
  let length = 0;
  const ends = lines.map((line) => {
    length += Buffer.byteLength(line);
    return length;
  });
  const cuts = ends.flatMap((end, index) => {
    const begin = ends[index - 1] ?? 0;
    return [begin, begin + 1, begin + Math.floor((end - begin) / 2), end - 1];
  });
  for (const cut of [...cuts, bytes.length]) {
    await writeFile(join(dir, "journal.jsonl"), bytes.subarray(0, cut));
    const world = emptyWorld();
    const seq = await readFiles(dir, world);
    const whole = ends.filter((end) => end <= cut).length;
    expect([cut, seq]).toEqual([cut, whole]);
    expect(rowsOf(world)).toEqual(states[whole]);
  }
});
