import { expect, test } from "vitest";
import { earlierOf, type LineageFacts, lineageOf, supersedes } from "./lineage";

const at = (seconds: number) => new Date(Date.UTC(2026, 10, 21) + seconds * 1000);
const hire = (id: string, over: Partial<LineageFacts> = {}): LineageFacts => ({
  id,
  type: "proposal_hire",
  status: "pending",
  proposalId: "prop_1",
  milestoneId: null,
  contractId: null,
  createdAt: at(0),
  expiresAt: at(1000),
  resolvedAt: null,
  ...over,
});
const older = hire("a");
const newer = (over: Partial<LineageFacts> = {}) =>
  hire("b", { createdAt: at(100), expiresAt: at(1100), ...over });

test.each([
  ["made while it was open", older, newer(), true],
  ["the other way round", newer(), older, false],
  ["itself", older, older, false],
  ["another proposal", older, newer({ proposalId: "prop_2" }), false],
  ["no proposal known", hire("a", { proposalId: null }), newer({ proposalId: null }), false],
  ["another type", older, newer({ type: "milestone_fund" }), false],
  ["settled by being replaced", hire("a", { status: "expired", resolvedAt: at(100) }), newer(), true],
  ["1 s after its end", hire("a", { status: "declined", resolvedAt: at(99) }), newer(), true],
  ["more than 1 s after", hire("a", { status: "declined", resolvedAt: at(98.999) }), newer(), false],
  [
    "after it lapsed, read late",
    hire("a", { status: "expired", expiresAt: at(50), resolvedAt: at(200) }),
    newer(),
    false,
  ],
  [
    "declined later than the newer was made",
    hire("a", { status: "declined", resolvedAt: at(150) }),
    newer(),
    true,
  ],
  ["confirmed wins", hire("a", { status: "confirmed", resolvedAt: at(150) }), newer(), false],
  ["no end known", hire("a", { expiresAt: null }), newer(), true],
  ["no time known", hire("a", { createdAt: null }), newer(), false],
])("%s", (_, one, other, expected) => expect(supersedes(one, other)).toBe(expected));

test("a chain names its neighbours, in whatever order it is given", () => {
  const chain = [hire("c", { createdAt: at(200) }), hire("a"), hire("b", { createdAt: at(100) })];
  const lineage = lineageOf(chain);
  expect(lineage.get("a")).toMatchObject({ supersedes: null, supersededBy: "b" });
  expect(lineage.get("b")).toMatchObject({ supersedes: "a", supersededBy: "c" });
  expect(lineage.get("c")).toMatchObject({ supersedes: "b", supersededBy: null, askedAgain: null });
});

test("a replaced request that OpenTrain calls expired was not asked again", () => {
  const lineage = lineageOf([hire("a", { status: "expired", resolvedAt: at(100) }), newer()]);
  expect(lineage.get("b")).toMatchObject({ supersedes: "a", askedAgain: null });
});

test("a replaced request that was confirmed is flagged", () => {
  const lineage = lineageOf([hire("a", { status: "confirmed", resolvedAt: at(150) }), newer()]);
  expect(lineage.get("a")).toMatchObject({ supersededBy: "b", replacedButConfirmed: true });
});

test("asked again after a decline or a lapse: the older ones stay what they are", () => {
  const lineage = lineageOf([
    hire("a", { status: "declined", resolvedAt: at(10) }),
    hire("b", { status: "expired", createdAt: at(20), expiresAt: at(60), resolvedAt: at(90) }),
    hire("c", { createdAt: at(100) }),
    hire("d", { createdAt: at(110) }),
  ]);
  expect(lineage.get("b")).toMatchObject({ supersededBy: null, askedAgain: { count: 1, previousId: "a" } });
  expect(lineage.get("c")?.askedAgain).toEqual({ count: 2, previousId: "b" });
  expect(lineage.get("d")).toMatchObject({ supersedes: "c", askedAgain: { count: 2, previousId: "b" } });
});

test.each([
  ["milestone_fund", { milestoneId: "ms_1" }],
  ["milestone_approve", { milestoneId: "ms_1" }],
  ["contract_end", { contractId: "ctr_1" }],
])("%s can be asked again, never replaced", (type, subject) => {
  const first = hire("a", { type, ...subject, proposalId: null, status: "declined", resolvedAt: at(10) });
  const second = hire("b", { type, ...subject, proposalId: null, createdAt: at(20) });
  const other = hire("c", {
    ...second,
    id: "c",
    milestoneId: "ms_2",
    contractId: "ctr_2",
    createdAt: at(30),
  });
  const lineage = lineageOf([first, second, other]);
  expect(lineage.get("b")).toMatchObject({ supersedes: null, askedAgain: { count: 1, previousId: "a" } });
  expect(lineage.get("c")?.askedAgain).toBeNull();
});

test("whoever came after a confirmed one in its chain names the nearest that was confirmed", () => {
  const chain = (statuses: string[]) =>
    lineageOf(
      statuses.map((status, index) => hire("abcd"[index] ?? "", { status, createdAt: at(index * 100) })),
    );
  const first = chain(["confirmed", "expired", "pending"]);
  expect(["a", "b", "c"].map((id) => first.get(id)?.confirmedInstead)).toEqual([null, "a", "a"]);
  const both = chain(["confirmed", "confirmed", "pending"]);
  expect(["a", "b", "c"].map((id) => both.get(id)?.confirmedInstead)).toEqual([null, "a", "b"]);
  expect(chain(["expired", "confirmed"]).get("b")?.confirmedInstead).toBeNull();
});

test("names every earlier request that was declined or lapsed, the latest first", () => {
  const asks = ["declined", "expired", "pending"].map((status, index) =>
    hire("abc"[index] ?? "", {
      type: "milestone_fund",
      proposalId: null,
      milestoneId: "ms_1",
      status,
      createdAt: at(index * 100),
    }),
  );
  const lineages = lineageOf(asks);
  expect(earlierOf("c", lineages)).toEqual(["b", "a"]);
  expect(earlierOf("a", lineages)).toEqual([]);
});
