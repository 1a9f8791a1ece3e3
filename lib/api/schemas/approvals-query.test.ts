import { describe, expect, it } from "vitest";
import { NO_FILTER } from "@/lib/domain/listing/listing";
import { parseApprovalsQuery } from "./approvals-query";

const parse = (query: string) => parseApprovalsQuery(new URLSearchParams(query));

describe("parseApprovalsQuery", () => {
  it("has defaults", () => expect(parse("")).toEqual({ ...NO_FILTER, limit: 50, cursor: null }));

  it("takes a page of a list", () =>
    expect(parse("phase=all&sort=-amount&limit=200&cursor=abc_-")).toMatchObject({
      sort: "-amount",
      limit: 200,
      cursor: "abc_-",
    }));

  it.each([
    ["limit=0", "limit"],
    ["limit=201", "limit"],
    ["limit=007", "limit"],
    ["limit=050", "limit"],
    ["limit=1e2", "limit"],
    ["limit=", "limit"],
    ["cursor=", "cursor"],
    ["cursor=%00", "cursor"],
    [`cursor=${"a".repeat(6001)}`, "cursor"],
    ["limit=1&limit=2", "limit"],
    ["sort=title", "sort"],
    ["page=2", "page"],
    ["__proto__=2", "__proto__"],
  ])("names the field of %s", (query, field) =>
    expect(() => parse(query)).toThrow(expect.objectContaining({ code: "BAD_REQUEST", details: { field } })),
  );
});
