import { grouped } from "./grouped";
import { plural } from "./plural";

/** The screen of what was settled, and its statement on paper. */
export const historyPage = {
  page: "History",
  title: "History",
  lead: (count: number, zone: string) =>
    `${plural(count, "One request was settled", `${grouped(count)} requests were settled`)}. Times are ${zone}.`,
  found: (count: number, zone: string) =>
    `${plural(count, "One settled request matches", `${grouped(count)} settled requests match`)}. Times are ${zone}.`,
  period: {
    label: "Period",
    all: "All",
    this_month: "This month",
    last_month: "Last month",
    this_quarter: "This quarter",
    this_year: "This year",
    hint: "Days and months are those of {zone}.",
  },
  more: "Filters",
  charged: "Charged, our estimate",
  released: "Released from escrow",
  decided: "Escrow of ended contracts",
  inShort: { charged: "charged {sum}", released: "released {sum}", decided: "escrow ended {sum}" },
  nothingMoved: "no money moved",
  sums: "What was confirmed",
  outcomes: {
    label: "How they ended",
    confirmed: (count: number) => `${grouped(count)} confirmed`,
    declined: (count: number) => `${grouped(count)} declined`,
    lapsed: (count: number) => `${grouped(count)} lapsed`,
    superseded: (count: number) => `${grouped(count)} replaced`,
  },
  exportRows: (count: number) => plural(count, "Export CSV, one row", `Export CSV, ${grouped(count)} rows`),
  print: "Print",
  older: "Older",
  newest: "Newest",
  jump: "Go to month",
  searchHint:
    "Find in page (⌘F or Ctrl+F) knows only the rows on screen. The search above looks through all of them.",
  loadingRow: "Loading",
  took: {
    confirmed: "decided in {time}",
    declined: "decided in {time}",
    lapsed: "ran out after {time}",
    superseded: "replaced after {time}",
  },
  listedFor: "listed here for {time} of it",
  listedAfter: "found here afterwards",
  opened: "opened by {who} {time} before",
  openedJust: "opened by {who} just before",
  termsChanged: "terms changed",
  noTrace: "no trace of it yet",
  notMoved: {
    charge: "not charged",
    release: "not released",
    at_stake: "not decided",
    unknown: "nothing happened",
  },
  replaced: "replaced",
  plusFee: "charged, plus its fee",
  empty: {
    title: "Nothing was settled yet",
    text: "Requests that were confirmed, declined, replaced or that ran out of time are kept here.",
  },
  noneFound: {
    title: "No settled request matches",
    text: "Take a filter away, or look for other words.",
    clear: "Show all of history",
  },
  nonePeriod: {
    title: "Nothing was settled in this time",
    text: "{period}, by the days of {zone}.",
  },
  stale: "This is history as it was {ago}. This inbox has not answered since.",
  failed: { title: "History could not be loaded", text: "This inbox did not answer." },
  statement: {
    page: "Statement",
    title: "Statement of what was settled",
    everything: "Everything that was settled.",
    only: "Only: {what}.",
    zone: "Days and times are those of {zone}.",
    cut: (shown: number, all: number) =>
      `Below are the newest ${grouped(shown)} of ${grouped(all)} requests; the sums are of all. Choose a shorter period to print the rest, or export all of them as CSV.`,
    nothing: "Nothing was settled that this asks for.",
    settled: "Settled",
    request: "Request",
    outcome: "Outcome",
    amount: "Amount",
  },
  onPaper: "This is what was on screen. The whole of it prints from “Print” beside the title.",
};
