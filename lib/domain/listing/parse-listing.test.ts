import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { ALL_PHASES, type ApprovalListing, NO_FILTER, SORTS, sortOf } from "./listing";
import { LISTING_NAMES, parseListing } from "./parse-listing";
import { writeListing } from "./write-listing";

const parse = (query: string) => {
  const parsed = parseListing(new URLSearchParams(query), ["limit"]);
  if ("problem" in parsed) throw new Error(parsed.problem.field);
  return parsed.listing;
};
const problemOf = (query: string) => {
  const parsed = parseListing(new URLSearchParams(query), ["limit"]);
  return "problem" in parsed ? parsed.problem : null;
};

describe("an address that asks for a list", () => {
  it("asks for what is open when it says nothing", () => expect(parse("limit=7")).toEqual(NO_FILTER));

  it("takes groups, phases, types and OpenTrain's words, each once", () => {
    expect(parse("phase=settled").phases).toEqual(["confirmed", "declined", "lapsed", "superseded"]);
    expect(parse("phase=lapsed,open,waiting").phases).toHaveLength(6);
    expect(parse("phase=all").phases).toHaveLength(9);
    expect(parse("type=milestone_fund,proposal_hire,milestone_fund").types).toHaveLength(2);
    expect(parse("status=pending,expired").statuses).toEqual(["pending", "expired"]);
  });

  it("takes ids, names, words, times and amounts as they are", () => {
    expect(parse("contractId=a%2Fb&jobId=job%201&agent=Hiring%20agent")).toMatchObject({
      contractId: "a/b",
      jobId: "job 1",
      agent: "Hiring agent",
    });
    expect(parse("q=%20Zo%C3%AB%20%09%20pilot%20").q).toBe("Zoë pilot");
    expect(parse("min=0&max=999999999999999")).toMatchObject({ min: 0, max: 999_999_999_999_999 });
  });

  test.each([
    ["2026-11-21T09:00:00Z", "2026-11-21T09:00:00.000Z"],
    ["2026-11-21T10:30:00.5%2B01:30", "2026-11-21T09:00:00.500Z"],
    ["2026-11-21T00:00:00-09:00", "2026-11-21T09:00:00.000Z"],
    // Python's way; nothing lies between that and the next millisecond.
    ["2026-11-21T09:00:00.123456%2B00:00", "2026-11-21T09:00:00.124Z"],
    ["2026-11-21T09:00:00.123000Z", "2026-11-21T09:00:00.123Z"],
    ["2024-02-29T23:59:59Z", "2024-02-29T23:59:59.000Z"],
  ])("reads %s as an instant", (text, instant) => {
    expect(parse(`from=${text}`).from?.toISOString()).toBe(instant);
    expect(parse(`to=${text}`).to?.toISOString()).toBe(instant);
  });

  test.each([
    ...[
      "2026-11-21",
      "2026-11-21T09:00",
      "2026-11-21T09:00:00",
      "2026-02-30T09:00:00Z",
      "2026-11-21T24:00:00Z",
    ],
    ...[
      "2026-13-01T00:00:00Z",
      "2026-11-21T09:00:00+01:00",
      "2026-11-21T09:00:00%2B15:00",
      "now",
      "1763715600000",
    ],
    ...[
      "2026-11-21t09:00:00z",
      "2026-11-21T09:00:00.1234567891Z",
      "0000-01-01T00:00:00Z",
      "%2B12026-11-21T09:00:00Z",
    ],
  ])("refuses %s as an instant", (text) => expect(problemOf(`from=${text}`)).toEqual({ field: "from" }));

  test.each([
    ["phase=", "phase"],
    ["phase=open,", "phase"],
    ["phase=OPEN", "phase"],
    ["phase=toString", "phase"],
    ["phase=__proto__", "phase"],
    ["type=hire", "type"],
    ["type=", "type"],
    ["status=lapsed", "status"],
    ["status=pending,", "status"],
    ["contractId=", "contractId"],
    ["jobId=..", "jobId"],
    ["contractId=%00", "contractId"],
    ["agent=", "agent"],
    ["agent=%20", "agent"],
    ["agent=a%00", "agent"],
    [`agent=${"a".repeat(201)}`, "agent"],
    ["q=", "q"],
    ["q=%20%0a", "q"],
    ["q=a%00b", "q"],
    [`q=${"a".repeat(201)}`, "q"],
    ["min=-1", "min"],
    ["min=007", "min"],
    ["max=00", "max"],
    ["min=1.5", "min"],
    ["max=1e3", "max"],
    ["max=", "max"],
    ["max=1000000000000000", "max"],
    ["sort=", "sort"],
    ["sort=title", "sort"],
    ["sort=--amount", "sort"],
    ["sort=constructor", "sort"],
  ])("names the field of %s", (query, field) => expect(problemOf(query)).toEqual({ field }));

  test.each(["page", "__proto__", "constructor", "Phase", "q[]", "phases"])("does not know %s", (name) =>
    expect(problemOf(`${name}=1`)).toEqual({ field: name, reason: "unknown_parameter" }),
  );

  test.each([...LISTING_NAMES, "limit"])("takes %s once", (name) =>
    expect(problemOf(`${name}=1&${name}=1`)).toEqual({ field: name, reason: "repeated" }),
  );
});

const filled: fc.Arbitrary<Partial<ApprovalListing>> = fc.record(
  {
    phases: fc.subarray([...ALL_PHASES], { minLength: 1 }),
    types: fc
      .subarray(["proposal_hire", "contract_end"] as const, { minLength: 1 })
      .map((types) => [...types]),
    statuses: fc.subarray(["pending", "expired"] as const, { minLength: 1 }).map((all) => [...all]),
    contractId: fc.stringMatching(/^[a-zA-Z0-9/&=é _-]{1,40}$/).filter((id) => id.trim() !== ""),
    q: fc.stringMatching(/^[a-zé&=%+#?]{1,20}$/),
    from: fc.date({ min: new Date("1970-01-01"), max: new Date("9999-01-01"), noInvalidDate: true }),
    min: fc.nat(),
    sort: fc.constantFrom(...SORTS),
  },
  { requiredKeys: [] },
);

it("is written as it is read, and the same for the same", () => {
  fc.assert(
    fc.property(filled, (given) => {
      const listing = { ...NO_FILTER, ...given };
      const written = writeListing(listing).toString();
      const read = parse(written);
      expect(writeListing(read).toString()).toBe(written);
      const { contractId, q, from, min, sort } = listing;
      expect(read).toMatchObject({ contractId, q, from, min, sort });
      expect(new Set(read.phases)).toEqual(new Set(listing.phases));
    }),
  );
});

test.each([
  ["", "expires"],
  ["phase=open", "expires"],
  ["phase=last_hour,past_due", "expires"],
  ["phase=open,lapsed", "-resolved"],
  ["phase=all", "-resolved"],
  ["status=pending", "expires"],
  ["status=confirmed", "-resolved"],
  ["status=pending,declined", "-resolved"],
  ["phase=settled&status=pending", "-resolved"],
  ["phase=settled&sort=amount", "amount"],
  ["sort=-created", "-created"],
])("%j goes by %s", (query, sort) => expect(sortOf(parse(query))).toBe(sort));
