import { sameNames } from "@/components/approvals/same-names";
import type { Approval, Sums } from "@/lib/api/types";
import type { Kind } from "@/lib/domain/consequences";
import { creditCovers } from "@/lib/domain/credits";
import { foldText } from "@/lib/domain/fold-text";
import { sumsOf } from "@/lib/domain/sums";
import type { InboxSearch } from "./address";
import { agentOf, countByKind, matcherOf } from "./narrow";

/** What a list says of all that waits, however much of it is shown. */
export type Facets = {
  /** How many the filters leave, and what those come to. */
  count: number;
  sums: Sums;
  /** How many of each kind the other filters leave. */
  kinds: Record<Kind, number>;
  /** Deadlines of what the filters hide, the nearest first; enough of them to count what is urgent. */
  hidden: string[];
  /** How many charges the credit covers, the nearest deadline first. */
  covers: { covered: number; all: number } | null;
  /** What tells people of one name apart. */
  marks: Record<string, string>;
};

/** What of the list can be chosen, by the names people know. */
export type Choices = {
  contracts: { id: string; title: string | null; who: string | null }[];
  agents: string[];
};

/** As much of a request as is needed to speak of all of them. `isFound`: by what was searched, as the server looked. */
export type Outlined = Pick<
  Approval,
  "id" | "type" | "expiresAt" | "contractId" | "contractTitle" | "counterparty" | "counterpartyId"
> & {
  agent: Pick<NonNullable<Approval["agent"]>, "name" | "tokenLabel"> | null;
  money: Pick<Approval["money"], "kind" | "totalCents" | "maxTotalCents" | "atLeast">;
  isFound?: boolean;
};

const MOST_HIDDEN = 1000;

/** `all` in the order of their deadlines. */
export function facetsOf(
  all: readonly (Approval | Outlined)[],
  search: InboxSearch,
  availableCents: number | null,
): Facets {
  const found = foundBy(all, search, "kind");
  const shown = foundBy(all, search, null);
  const shownIds = new Set(shown.map(({ id }) => id));
  const covers = availableCents === null ? null : creditCovers(availableCents, all);
  return {
    count: shown.length,
    sums: sumsOf(shown),
    kinds: countByKind(found),
    hidden: all
      .flatMap(({ id, expiresAt }) => (shownIds.has(id) ? [] : (expiresAt ?? [])))
      .slice(0, MOST_HIDDEN),
    covers: covers && {
      covered: covers.filter(({ cover }) => cover === "covered").length,
      all: covers.length,
    },
    marks: Object.fromEntries(sameNames(all)),
  };
}

function foundBy<T extends Approval | Outlined>(
  all: readonly T[],
  search: InboxSearch,
  but: "kind" | null,
): T[] {
  const byServer = all.some((one) => "isFound" in one);
  const matches = matcherOf(byServer ? { ...search, q: null } : search, but);
  return all.filter((one) => (!("isFound" in one) || one.isFound !== false) && matches(one as Approval));
}

/** Only what is in the list can be chosen, each once. */
export function choicesIn(all: readonly (Approval | Outlined)[]): Choices {
  const contracts = new Map<string, Choices["contracts"][number]>();
  const agents = new Set<string>();
  for (const one of all) {
    const agent = agentOf(one);
    if (agent !== null) agents.add(agent);
    if (one.contractId === null) continue;
    const known = contracts.get(one.contractId);
    contracts.set(one.contractId, {
      id: one.contractId,
      title: known?.title ?? one.contractTitle,
      who: known?.who ?? one.counterparty,
    });
  }
  return {
    contracts: inOrder([...contracts.values()], ({ title, id }) => title ?? id),
    agents: inOrder([...agents], (agent) => agent),
  };
}

/** The same on every machine, whatever language it speaks. */
function inOrder<T>(all: readonly T[], nameOf: (one: T) => string): T[] {
  return all
    .map((one) => [foldText(nameOf(one)), one] as const)
    .toSorted(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
    .map(([, one]) => one);
}
