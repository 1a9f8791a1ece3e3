import { describe, expect, it } from "vitest";
import { parseApprovalsQuery } from "./approvals-query";

const parse = (query: string) => parseApprovalsQuery(new URLSearchParams(query));
const fieldOf = (query: string) => {
  try {
    parse(query);
    return "accepted";
  } catch (error) {
    return (error as { details: { field: string } }).details.field;
  }
};

describe("parseApprovalsQuery", () => {
  it("has defaults", () => expect(parse("")).toEqual({ phases: null, types: null, limit: 50, cursor: null }));

  it("takes groups, phases and types", () => {
    expect(parse("phase=settled").phases).toEqual(["confirmed", "declined", "lapsed", "superseded"]);
    expect(parse("phase=open,waiting,lapsed").phases).toEqual([
      "waiting",
      "closing_soon",
      "last_hour",
      "past_due",
      "unreadable",
      "lapsed",
    ]);
    expect(parse("phase=all").phases).toHaveLength(9);
    expect(parse("type=milestone_fund,proposal_hire&limit=200&cursor=abc_-").types).toHaveLength(2);
  });

  it.each([
    ["phase=", "phase"],
    ["phase=open,", "phase"],
    ["phase=OPEN", "phase"],
    ["phase=toString", "phase"],
    ["type=hire", "type"],
    ["limit=0", "limit"],
    ["limit=201", "limit"],
    ["limit=1e2", "limit"],
    ["limit=", "limit"],
    ["cursor=", "cursor"],
    ["cursor=%00", "cursor"],
    ["limit=1&limit=2", "limit"],
    ["status=pending", "status"],
    ["sort=expires", "sort"],
    ["page=2", "page"],
  ])("names the field of %s", (query, field) => expect(fieldOf(query)).toBe(field));
});
