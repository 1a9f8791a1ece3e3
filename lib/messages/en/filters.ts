import type { ApprovalSort } from "@/lib/domain/listing/listing";
import { grouped } from "./grouped";
import { plural } from "./plural";

/** Finding something in a list: what is searched, narrowed and sorted by. */
export const filters = {
  label: "Search and filter",
  more: "Filter and sort",
  moreOn: (count: number) => plural(count, "One filter is on", `${grouped(count)} filters are on`),
  apply: "Apply",
  search: "Search",
  searchHint: "Name, milestone, job, agent or id",
  sort: "Sort by",
  sorts: {
    expires: "Time left, shortest first",
    "-expires": "Time left, longest first",
    created: "Asked, oldest first",
    "-created": "Asked, newest first",
    resolved: "Settled, oldest first",
    "-resolved": "Settled, newest first",
    amount: "Amount, smallest first",
    "-amount": "Amount, largest first",
  } satisfies Record<ApprovalSort, string>,
  contract: "Contract",
  anyContract: "Any contract",
  agent: "Agent",
  anyAgent: "Any agent",
  kind: "Kind",
  anyKind: "Any kind",
  outcome: "Outcome",
  anyOutcome: "Any outcome",
  from: "From",
  to: "To, that day included",
  min: "At least, in dollars",
  max: "At most, in dollars",
  notListed: "{what}, not in this list",
  chips: {
    label: "Filters that are on",
    remove: "Take away: {what}",
    clear: "Clear all",
    search: "“{what}”",
    from: "from {what}",
    to: "to {what}",
    min: "at least {what}",
    max: "at most {what}",
  },
};
