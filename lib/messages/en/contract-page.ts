import { grouped } from "./grouped";
import { plural } from "./plural";

/** The list of contracts and the page of one, beyond what both say in a word. */
export const contractPage = {
  find: "Find contracts",
  findHint: "Freelancer, title, job or id",
  states: { label: "Which contracts", all: "All" },
  found: (count: number) => plural(count, "One contract found", `${grouped(count)} contracts found`),
  foundNone: {
    title: "No contract fits",
    text: "None of the contracts here has these words in its freelancer, title, job or id.",
    clear: "Show all contracts",
  },
  folded: (count: number) => plural(count, "One ended contract", `${grouped(count)} ended contracts`),
  noneActive: "No contract is active.",
  waits: (count: number) => plural(count, "One request waits", `${grouped(count)} requests wait`),
  waitsUntil: "{waits}, next lapses in {left}",
  waitsOver: "{waits}, past its time",
  /** Two of the same title and freelancer: since when, and the end of the id. */
  apart: "since {date}, id …{end}",
  apartById: "id …{end}",

  money: {
    title: "Money of the contract",
    released: "Released",
    escrow: "In escrow",
    notFunded: "Not funded",
    unknown: (count: number) =>
      plural(count, "and one of unknown amount", `and ${grouped(count)} of unknown amount`),
    other: (count: number) =>
      plural(
        count,
        "One milestone is in a state this version does not know; it is in none of these figures.",
        `${grouped(count)} milestones are in states this version does not know; they are in none of these figures.`,
      ),
    gone: (count: number) =>
      plural(
        count,
        "One milestone is no longer listed by OpenTrain; it is in none of these figures.",
        `${grouped(count)} milestones are no longer listed by OpenTrain; they are in none of these figures.`,
      ),
    none: "OpenTrain lists no milestones, so there is no money to show.",
  },

  budget: {
    title: "Budget",
    hours: "{used} of {funded} funded hours used, {left} left",
    labels: "{used} of {funded} funded labels used, {left} left",
    volume: "{used} of {funded} funded used, {left} left",
    source: "OpenTrain’s own count, read {ago}.",
    states: { OK: "Enough left", LOW: "Running low", DEPLETED: "Used up" } as Record<string, string>,
    fixed: "OpenTrain counts no used work on a fixed price. Funded so far, paid-out milestones included:",
    fixedUnknown: "OpenTrain counts no used work on a fixed price.",
    nothingFunded: "Nothing is funded yet, so there is no budget to use.",
    unread: "OpenTrain has not told the budget of this contract yet.",
    unknown: "The figures of the budget are not known: OpenTrain told none that can be read.",
  },

  waitsFor: { fund: "A request to fund it waits", release: "A request to release it waits" },

  requestsCount: (count: number) => plural(count, "One request", `${grouped(count)} requests`),
  older: "Older requests",
  newest: "Newest requests",
  asked: "asked {when}",
  left: "{left} left",
  failedRequests: "The requests on it could not be loaded.",

  ledger: {
    title: "Ledger",
    columns: { when: "When", what: "What", amount: "Amount" },
    types: {
      TOP_UP: "Credit topped up",
      HOLD: "Held for escrow and fees",
      HOLD_RELEASE: "Hold given back",
      CAPTURE: "Paid out of what was held",
      REFUND: "Refunded",
      ADJUSTMENT: "Corrected by OpenTrain",
    } as Record<string, string>,
    typeUnknown: "OpenTrain’s word for it: {type}",
    typeNone: "An entry without a word for what it is",
    note: "OpenTrain’s note: {note}",
    /** Which way, said and not only signed. What is paid out of a hold moves no credit that can be spent. */
    into: "into credit",
    from: "from credit",
    held: "out of the hold",
    source: "OpenTrain’s ledger of credits, read {ago}. What is paid by card is not in it.",
    none: "OpenTrain’s ledger of credits has nothing about this contract. What is paid by card is not in it.",
    notRead: "OpenTrain’s ledger was not read yet.",
    notWhole: "Older entries are still being read.",
    more: (count: number) =>
      plural(count, "One older entry is not shown.", `${grouped(count)} older entries are not shown.`),
    unknownTime: "unknown time",
  },

  facts: {
    title: "OpenTrain says",
    job: "Job",
    since: "Since",
    ended: "Ended",
    id: "Contract",
    read: "Last read",
  },
};
