import { expect, test } from "vitest";
import { readPath, rewriteBody } from "./rewrite";

const put = (body: unknown, path: string, value: unknown) =>
  rewriteBody(body, [{ path: readPath(path) ?? [], value }]);

test("paths lead through objects and lists, and other words are no paths", () => {
  expect(readPath("$")).toEqual([]);
  expect(readPath("$.contracts[0].milestones[12].amountUsd")).toEqual([
    "contracts",
    0,
    "milestones",
    12,
    "amountUsd",
  ]);
  expect(readPath('$["a.b"].c')).toEqual(["a.b", "c"]);
  for (const text of ["", "approval.id", "$.", "$..a", "$[x]", "$[-1]", "$.a b", "$.a["]) {
    expect(readPath(text), text).toBeUndefined();
  }
});

test("a value is laid where the path leads, and nothing else moves", () => {
  const body = { approval: { id: "a", approvalUrl: "x" }, list: [{ n: 1 }, { n: 2 }] };
  expect(put(body, "$.approval.approvalUrl", "http://elsewhere.example/")).toEqual({
    ...body,
    approval: { id: "a", approvalUrl: "http://elsewhere.example/" },
  });
  expect(put(body, "$.list[1].n", 450.005)).toEqual({ ...body, list: [{ n: 1 }, { n: 450.005 }] });
  expect(put(body, "$", [])).toEqual([]);
  expect(body.list[1]).toEqual({ n: 2 });
});

test("what is missing on the way is made, except in a list", () => {
  expect(put({}, "$.a.b", 1)).toEqual({ a: { b: 1 } });
  expect(put({ a: null }, "$.a.b.c", 1)).toEqual({ a: { b: { c: 1 } } });
  expect(put({ list: [] }, "$.list[0].n", 1)).toEqual({ list: [] });
  expect(put({ list: {} }, "$.list[0]", 1)).toEqual({ list: {} });
  expect(put({ list: [1] }, "$.list.n", 1)).toEqual({ list: [1] });
  expect(JSON.stringify(put({}, "$.__proto__.polluted", 1))).toBe('{"__proto__":{"polluted":1}}');
  expect(({} as { polluted?: number }).polluted).toBeUndefined();
});

test("a field and an element can be taken away", () => {
  expect(put({ a: { b: 1, c: 2 } }, "$.a.b", undefined)).toEqual({ a: { c: 2 } });
  expect(put({ list: [1, 2, 3] }, "$.list[1]", undefined)).toEqual({ list: [1, 3] });
});
