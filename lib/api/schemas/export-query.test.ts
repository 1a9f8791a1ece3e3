import { describe, expect, it } from "vitest";
import { parseApprovalsQuery } from "./approvals-query";
import { parseExportQuery } from "./export-query";

const parse = (query: string) => parseExportQuery(new URLSearchParams(query));

describe("parseExportQuery", () => {
  it.each([
    "",
    "phase=settled",
    "phase=open,lapsed&type=proposal_hire,contract_end",
    "q=noor&min=5&sort=-amount&status=pending",
  ])("reads %j as the list does", (query) => {
    const { limit: _limit, cursor: _cursor, ...filters } = parseApprovalsQuery(new URLSearchParams(query));
    expect(parse(`format=csv&${query}`)).toEqual(filters);
  });

  it.each([
    ["", "format"],
    ["format=", "format"],
    ["format=CSV", "format"],
    ["format=xlsx", "format"],
    ["format=csv&format=csv", "format"],
    ["format=csv&limit=10", "limit"],
    ["format=csv&cursor=abc", "cursor"],
    ["format=csv&phase=", "phase"],
    ["format=csv&type=hire", "type"],
    ["format=csv&type=proposal_hire&type=contract_end", "type"],
    ["format=csv&zone=UTC", "zone"],
    ["format=csv&q=", "q"],
    ["format=csv&__proto__=1", "__proto__"],
  ])("names the field of %s", (query, field) => {
    expect(() => parse(query)).toThrow(expect.objectContaining({ code: "BAD_REQUEST", details: { field } }));
  });
});
