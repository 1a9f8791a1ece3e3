import { expect, it, test } from "vitest";
import { SETTLED_PHASES } from "@/lib/domain/phase";
import { parseHistoryQuery } from "./history-query";

const parse = (query: string) => parseHistoryQuery(new URLSearchParams(query));

it("means what is settled where nothing is said, and takes the list's own filters", () => {
  expect(parse("zone=Europe/Berlin")).toMatchObject({
    phases: [...SETTLED_PHASES],
    timeZone: "Europe/Berlin",
  });
  expect(parse("zone=UTC&phase=lapsed,declined&q=noor&min=5")).toMatchObject({
    phases: ["lapsed", "declined"],
    q: "noor",
    min: 5,
  });
});

test.each([
  ["", "zone"],
  ["zone=", "zone"],
  ["zone=Mars/Olympus", "zone"],
  ["zone=UTC&zone=UTC", "zone"],
  ["zone=UTC&phase=open", "phase"],
  ["zone=UTC&phase=all", "phase"],
  ["zone=UTC&phase=confirmed,past_due", "phase"],
  ["zone=UTC&from=yesterday", "from"],
  ["zone=UTC&limit=5", "limit"],
])("refuses %s for its %s", (query, field) => {
  expect(() => parse(query)).toThrowError(
    expect.objectContaining({ code: "BAD_REQUEST", details: { field } }),
  );
});
