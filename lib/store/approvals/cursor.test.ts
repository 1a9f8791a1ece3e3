import { expect, it } from "vitest";
import { readCursor, writeCursor } from "./cursor";

const position = { list: "l1", begunAt: 3, snapshot: "5:9:6,7", place: 12, id: "appr_é/1" };

it("comes back as it was, for the same list alone", () => {
  expect(readCursor(writeCursor(position), "l1")).toEqual(position);
  expect(readCursor(writeCursor({ ...position, place: null }), "l1")?.place).toBeNull();
  expect(readCursor(writeCursor(position), "l2")).toBeNull();
});

it.each([
  [["l1", 3, 7, null, "x"]],
  [["l1", 3, "7:5:", null, "x"]],
  [["l1", 3, "5:9:8,7", null, "x"]],
  [["l1", 3, "0:9:", null, "x"]],
  [["l1", 3, "5:9:5,9", null, "x"]],
  [["l1", 3, "5:9:", 8.63e15, "x"]],
  [["l1", 3, "5:9:", -8.63e15, "x"]],
  [["l1", 3, "5:9:", 1.5, "x"]],
  [["l1", 3, "5:9:", "1", "x"]],
  [["l1", 3, "5:9:", null, "\u0000"]],
  [["l1", 3, "5:9:", null, ""]],
  [["l1", 3, "5:9:", null, 7]],
  [["l1", 3, "5:9:", null]],
  [["l1", null, "5:9:", null, "x"]],
  [["l1", 1.5, "5:9:", null, "x"]],
  [["l1", "5:9:", null, "x"]],
  [{ list: "l1" }],
  [null],
])("is refused when it could not be ours: %j", (parts) => {
  expect(readCursor(Buffer.from(JSON.stringify(parts)).toString("base64url"), "l1")).toBeNull();
});
