import { expect, test } from "vitest";
import { Table } from "./table";

type Row = { id: string; accountId: string; contractId: string | null };

const row = (id: string, contractId: string | null, accountId = "a"): Row => ({ id, accountId, contractId });

test("rows are found by each index, in the order in which they first came", () => {
  const table = new Table<Row>("contractId");
  table.put(row("one", "c"));
  table.put(row("two", "d"));
  table.put(row("three", "c"));
  table.put(row("one", "c"));
  const ids = (rows: Row[]) => rows.map(({ id }) => id);
  expect(ids(table.where("contractId", "c"))).toEqual(["one", "three"]);
  expect(ids(table.of("a"))).toEqual(["one", "two", "three"]);
  expect(() => table.where("id", "one")).toThrow("no index");
});

test("a row that changes its place leaves the old one, and a removed one leaves all", () => {
  const table = new Table<Row>("contractId");
  table.put(row("one", null));
  table.put(row("one", "c"));
  expect(table.where("contractId", null)).toEqual([]);
  expect(table.where("contractId", "c")).toEqual([row("one", "c")]);
  table.put(row("one", "c", "b"));
  expect(table.of("a")).toEqual([]);
  table.remove("one");
  expect([table.get("one"), table.of("b"), table.where("contractId", "c")]).toEqual([undefined, [], []]);
});
