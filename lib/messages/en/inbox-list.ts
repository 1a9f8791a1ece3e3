import { grouped } from "./grouped";
import { plural } from "./plural";

/** The list of what waits: narrowed, ordered, long, and as it changes under somebody's eyes. */
export const inboxList = {
  /** Said above the sums while a filter is on, so that none is taken for the whole. */
  ofShown: (shown: number, all: number) =>
    `Of the ${grouped(shown)} that match, out of ${grouped(all)} waiting`,
  inAll: "of {amount}",
  hidden: {
    urgent: (count: number) =>
      plural(
        count,
        "One more lapses within 6 hours and is not shown by this filter.",
        `${grouped(count)} more lapse within 6 hours and are not shown by this filter.`,
      ),
    over: (count: number) =>
      plural(
        count,
        "One more is past its time and is not shown by this filter.",
        `${grouped(count)} more are past their time and are not shown by this filter.`,
      ),
    sooner: (count: number) =>
      plural(
        count,
        "One more lapses sooner and is not shown by this filter.",
        `${grouped(count)} more lapse sooner and are not shown by this filter.`,
      ),
    see: "Show all",
  },
  none: {
    title: "Nothing that waits matches",
    text: (others: number) =>
      plural(others, "One other request is waiting.", `${grouped(others)} other requests are waiting.`),
    next: "The next of them lapses {when}.",
    clear: "Show all that wait",
  },
  ordered: {
    "-expires": "Time left, longest first",
    created: "Asked, oldest first",
    "-created": "Asked, newest first",
    amount: "Amount, smallest first",
    "-amount": "Amount, largest first",
    resolved: "Asked, oldest first",
    "-resolved": "Asked, newest first",
  },
  untitledContract: "Contract {id}",
  contractWith: "{title} · {who}",
  next: (count: number) => `Next ${grouped(count)}`,
  first: "Back to the first",
  arrivals: {
    pill: (count: number) => `${grouped(count)} new`,
    urgent: (count: number, left: string) => `${grouped(count)} new, one with ${left} left`,
    said: (count: number) =>
      plural(count, "One new request is waiting.", `${grouped(count)} new requests are waiting.`),
  },
  left: {
    looking: "Not waiting any more",
    confirmed: "Confirmed, in history now",
    declined: "Declined, in history now",
    lapsed: "Lapsed, in history now",
    superseded: "Replaced by a newer request",
  },
  earlier: {
    label: (count: number) => plural(count, "One earlier request", `${grouped(count)} earlier requests`),
    asked: "asked {when}",
    unknown: "asked at an unknown time",
  },
  calm: {
    checked: "OpenTrain was last checked {ago}.",
    today: (count: number) =>
      plural(
        count,
        "One request was settled in the last 24 hours",
        `${grouped(count)} requests were settled in the last 24 hours`,
      ),
    none: "Nothing was settled in the last 24 hours",
    next: "Nothing needs you now. The next request shows here as it is asked.",
  },
};
