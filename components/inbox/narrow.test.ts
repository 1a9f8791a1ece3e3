import { describe, expect, it, test } from "vitest";
import { everyOpen, fundNext, hire } from "@/components/styleguide/fixtures";
import type { Approval } from "@/lib/api/types";
import { sumsOf } from "@/lib/domain/sums";
import { inboxSearch, isNarrowed, readInboxSearch, tidyInboxSearch } from "./address";
import { choicesIn, facetsOf } from "./facets";
import { countByKind, narrowed } from "./narrow";

const search = (query: string) => readInboxSearch(new URLSearchParams(query));
const shown = (all: readonly Approval[], query: string) => narrowed(all, search(query));
const ids = (all: readonly Approval[]) => all.map(({ id }) => id);

describe("the address of the inbox", () => {
  test.each([
    ["", ""],
    ["sort=expires&q=&type=", ""],
    ["type=other", "?type=other"],
    ["type=milestone_fund&q=noor", "?type=milestone_fund&q=noor"],
    ["phase=settled&from=2026-01-01&cursor=x", ""],
  ])("%s is %s", (query, tidied) => {
    expect(inboxSearch(search(query))).toBe(tidied);
    expect(tidyInboxSearch(new URLSearchParams(query)).toString()).toBe(tidied.slice(1));
  });

  it("narrows by everything but its order", () => {
    expect(["", "sort=amount", "phase=lapsed"].map((query) => isNarrowed(search(query)))).toEqual([
      false,
      false,
      false,
    ]);
    for (const query of ["q=a", "type=other", "type=contract_end", "agent=x", "contractId=c"]) {
      expect(isNarrowed(search(query)), query).toBe(true);
    }
  });
});

describe("what is shown", () => {
  const all: Approval[] = [
    {
      ...hire,
      id: "a",
      counterparty: "Zoë K.",
      milestoneName: "Batch 1",
      expiresAt: "2026-11-22T09:00:00.000Z",
    },
    {
      ...fundNext,
      id: "b",
      counterparty: "Łukasz W.",
      contractId: "ctr_9",
      expiresAt: "2026-11-22T10:00:00.000Z",
    },
    { ...fundNext, id: "c", type: "odd_new_kind", counterparty: null, expiresAt: null },
  ];

  test.each([
    ["", "abc"],
    ["q=zoe", "a"],
    ["q=ZOË batch", "a"],
    ["q=batch zoe", "a"],
    ["q=lukasz", "b"],
    ["q=ctr_9", "b"],
    ["q=ctr", ""],
    ["q=nobody", ""],
    ["contractId=ctr_9", "b"],
    ["type=proposal_hire", "a"],
    ["type=proposal_hire,milestone_fund", "ab"],
    ["type=other", "c"],
    ["type=milestone_fund&q=zoe", ""],
    ["sort=-expires", "bac"],
    ["sort=amount&type=other", "c"],
  ])("by %s is %s", (query, found) => expect(ids(shown(all, query)).join("")).toBe(found));

  it("puts what is not known last, either way, and ties by id in the same direction", () => {
    const of = (id: string, totalCents: number | null) => ({
      ...hire,
      id,
      money: { ...hire.money, totalCents },
    });
    const some = [of("a", 5), of("b", null), of("c", 9), of("d", 5), of("e", null)];
    expect(ids(shown(some, "sort=amount")).join("")).toBe("adcbe");
    expect(ids(shown(some, "sort=-amount")).join("")).toBe("cdaeb");
  });
});

describe("what a list says of all that waits", () => {
  it("counts, beside each kind, what choosing it would show", () => {
    for (const query of ["", "q=batch", "type=milestone_fund&q=batch", "type=other"]) {
      const { kinds } = facetsOf(everyOpen, search(query), null);
      for (const [kind, type] of Object.entries({
        hire: "proposal_hire",
        fund: "milestone_fund",
        unknown: "other",
      })) {
        const there = inboxSearch({ ...search(query), ...search(`type=${type}`), q: search(query).q });
        expect(kinds[kind as "hire"], `${query} ${kind}`).toBe(shown(everyOpen, there).length);
      }
    }
  });

  it("adds up what is shown and nothing else", () => {
    const facets = facetsOf(everyOpen, search("type=proposal_hire"), null);
    const hires = shown(everyOpen, "type=proposal_hire");
    expect(facets.count).toBe(hires.length);
    expect(facets.sums).toEqual(sumsOf(hires));
    expect(facets.sums).not.toEqual(sumsOf(everyOpen));
  });

  it("knows the deadlines of what is hidden", () => {
    const { hidden } = facetsOf(everyOpen, search("type=contract_end"), null);
    const ends = shown(everyOpen, "type=contract_end");
    const withDeadline = everyOpen.filter((one) => one.expiresAt !== null && !ends.includes(one));
    expect(hidden).toHaveLength(withDeadline.length);
    expect(facetsOf(everyOpen, search(""), null).hidden).toEqual([]);
  });

  it("says the same from the outline of a server that has searched", () => {
    const query = search("q=batch&type=milestone_fund");
    const found = new Set(ids(shown(everyOpen, "q=batch")));
    const outline = everyOpen.map((one) => ({
      id: one.id,
      type: one.type,
      expiresAt: one.expiresAt,
      contractId: one.contractId,
      contractTitle: one.contractTitle,
      counterparty: one.counterparty,
      counterpartyId: one.counterpartyId,
      agent: one.agent,
      money: one.money,
      isFound: found.has(one.id),
    }));
    expect(facetsOf(outline, query, 50_000)).toEqual(facetsOf(everyOpen, query, 50_000));
    expect(choicesIn(outline)).toEqual(choicesIn(everyOpen));
  });

  it("offers only contracts and agents that are there, each once", () => {
    const { contracts, agents } = choicesIn([hire, hire, fundNext]);
    expect(new Set(contracts.map(({ id }) => id)).size).toBe(contracts.length);
    expect(agents).toEqual([...new Set(agents)]);
    expect(choicesIn([])).toEqual({ contracts: [], agents: [] });
  });
});

it("counts kinds nobody knows apart", () =>
  expect(countByKind([hire, { type: "new" }, { type: null }])).toMatchObject({ hire: 1, unknown: 2 }));
