import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { NO_FILTER, SORTS } from "@/lib/domain/listing/listing";
import { parseListing } from "@/lib/domain/listing/parse-listing";
import { OPEN_PHASES, SETTLED_PHASES } from "@/lib/domain/phase";
import {
  apiSearch,
  endDayOf,
  type ListPage,
  readListSearch,
  startDayOf,
  tidyListSearch,
  writeListSearch,
} from "./list-search";

const INBOX: ListPage = {
  fields: ["types", "contractId", "agent", "q", "sort"],
  phases: OPEN_PHASES,
  sort: "expires",
};
const HISTORY: ListPage = {
  fields: ["phases", "types", "contractId", "agent", "q", "from", "to", "min", "max", "sort"],
  phases: SETTLED_PHASES,
  sort: "-resolved",
};
const ZONE = "Europe/Berlin";
const read = (query: string, page = HISTORY) => readListSearch(new URLSearchParams(query), page, ZONE);
const tidy = (query: string, page = HISTORY) =>
  tidyListSearch(new URLSearchParams(query), page, ZONE).toString();

describe("an address of a page with a list", () => {
  it("asks for nothing when it says nothing", () => expect(read("")).toEqual(NO_FILTER));

  it("takes the API's own names and values", () => {
    expect(
      read("phase=lapsed,declined&type=milestone_fund&contractId=ctr_1&agent=label-agent&sort=amount"),
    ).toEqual({
      ...NO_FILTER,
      phases: ["lapsed", "declined"],
      types: ["milestone_fund"],
      contractId: "ctr_1",
      agent: "label-agent",
      sort: "amount",
    });
    expect(read("q=%20Noor%20%20B.&min=100&max=2000")).toMatchObject({ q: "Noor B.", min: 100, max: 2000 });
  });

  it("takes days of the reader's zone, the last one included, and instants as they are", () => {
    expect(read("from=2026-11-01&to=2026-11-30")).toMatchObject({
      from: new Date("2026-10-31T23:00:00Z"),
      to: new Date("2026-11-30T23:00:00Z"),
    });
    expect(read("from=2026-11-01T12:00:00Z&to=2026-11-02T12:00:00Z")).toMatchObject({
      from: new Date("2026-11-01T12:00:00Z"),
      to: new Date("2026-11-02T12:00:00Z"),
    });
    expect(tidy("from=2026-11-01T12:00:00Z")).toBe("from=2026-11-01T12%3A00%3A00.000Z");
  });

  it("takes dollars as they are typed, and writes them as the API's cents", () =>
    expect(tidy("minDollars=1,250.50&maxDollars=$2000")).toBe("min=125050&max=200000"));

  it("prefers the exact amount to the typed one", () => expect(read("min=5&minDollars=250").min).toBe(5));

  test.each([
    ["q=&type=&sort=&contractId=&agent=", ""],
    ["sort=expires", ""],
    ["sort=-expires", "sort=-expires"],
    ["type=proposal_hire&type=milestone_fund", "type=milestone_fund%2Cproposal_hire"],
    ["type=hire,milestone_fund,,toString", "type=milestone_fund"],
    ["type=__proto__", ""],
    ["phase=lapsed&from=2026-11-01&min=5", ""],
    ["q=a%00b&agent=%20&contractId=..", ""],
    ["q=%F0%9F%98%80%20%C3%BC", "q=%F0%9F%98%80+%C3%BC"],
    [`q=${"x".repeat(201)}`, ""],
    ["page=2&__proto__=1&constructor=1&cursor=abc", ""],
    ["q=one&q=two", "q=one"],
    ["q=&q=two", "q=two"],
  ])("%s is %s in the inbox", (query, tidied) => expect(tidy(query, INBOX)).toBe(tidied));

  test.each([
    ["sort=-resolved&phase=settled", ""],
    ["phase=confirmed,declined,lapsed,superseded", ""],
    ["phase=waiting", ""],
    ["phase=open,lapsed", "phase=lapsed"],
    ["phase=all", ""],
    ["from=2026-02-30&to=yesterday", ""],
    ["from=2026-11-01", "from=2026-11-01"],
    ["to=2026-11-30", "to=2026-11-30"],
    ["min=-1&max=1e3", ""],
    ["min=&max=", ""],
    ["minDollars=abc", ""],
  ])("%s is %s in history", (query, tidied) => expect(tidy(query)).toBe(tidied));

  it("reads what a page is given by the server as well", () =>
    expect(
      readListSearch({ q: ["", "Noor"], type: "contract_end", sort: undefined, agent: "" }, INBOX, ZONE),
    ).toEqual({ ...NO_FILTER, q: "Noor", types: ["contract_end"] }));

  it("is never an error, and tidy once tidied", () => {
    const odd = fc.oneof(fc.string(), fc.constantFrom("settled", "2026-11-01", "-amount", "5", "a,b", "1,5"));
    const names = fc.constantFrom(
      ...HISTORY.fields,
      "phase",
      "type",
      "minDollars",
      "maxDollars",
      "x",
      "__proto__",
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(names, odd)), (pairs) => {
        const once = tidyListSearch(new URLSearchParams(pairs), HISTORY, ZONE);
        expect(tidyListSearch(once, HISTORY, ZONE).toString()).toBe(once.toString());
        expect(parseListing(apiSearch(readListSearch(once, HISTORY, ZONE), HISTORY))).not.toHaveProperty(
          "problem",
        );
      }),
    );
  });
});

it("asks the API for what the page is about", () => {
  expect(apiSearch(read("q=Noor", INBOX), INBOX).toString()).toBe("phase=open&q=Noor");
  expect(apiSearch(read("phase=lapsed&from=2026-11-01"), HISTORY).toString()).toBe(
    "phase=lapsed&from=2026-10-31T23%3A00%3A00.000Z",
  );
});

it("writes days only where a period is of whole days", () => {
  expect(startDayOf(new Date("2026-10-31T23:00:00Z"), ZONE)).toBe("2026-11-01");
  expect(endDayOf(new Date("2026-11-30T23:00:00Z"), ZONE)).toBe("2026-11-30");
  expect(startDayOf(new Date("2026-10-31T23:00:01Z"), ZONE)).toBeNull();
  expect(endDayOf(new Date("2026-11-30T22:00:00Z"), ZONE)).toBeNull();
});

it("writes what it reads", () => {
  const days = fc.date({ min: new Date("1990-01-01"), max: new Date("2090-01-01"), noInvalidDate: true });
  const filled = fc.record(
    {
      q: fc.stringMatching(/^[a-z&=%+]{1,9}$/),
      from: days,
      to: days,
      min: fc.nat(),
      sort: fc.constantFrom(...SORTS),
    },
    { requiredKeys: [] },
  );
  fc.assert(
    fc.property(filled, (given) => {
      const expected = {
        ...NO_FILTER,
        ...given,
        sort: given.sort === "-resolved" ? null : (given.sort ?? null),
      };
      expect(readListSearch(writeListSearch(given, HISTORY, ZONE), HISTORY, ZONE)).toEqual(expected);
    }),
  );
});
