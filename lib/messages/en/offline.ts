import type { WhyNotOpen } from "@/lib/domain/next-actions";
import { grouped } from "./grouped";
import { plural } from "./plural";

/** The page that stands in for the inbox when it cannot be reached. Nothing on it is live. */
export const offline = {
  name: "Countersign",
  page: { known: "What was known", none: "Not reachable" },
  cause: {
    offline: "You are offline.",
    silent: "This inbox does not answer. The way to it is broken, or its server is down.",
    slow: "This inbox did not answer in time.",
    gateway: "The server of this inbox is down. What stands in front of it answered in its place.",
    unwell: "This inbox answers again, but cannot work yet.",
  },
  /** `age`: "12 min ago"; `when`: "today at 14:02 CET". */
  known: (age: string, when: string) => `This is what was known ${age}, ${when}.`,
  nothingNew: {
    offline: "Nothing new shows until you are back.",
    other: "Nothing new shows until it answers.",
  },
  openTrainNever: "OpenTrain had not been read by then.",
  openTrainOld: (when: string) => `By then OpenTrain itself had last been read ${when}.`,
  sandbox: { name: "Sandbox.", text: "A simulated account: nothing here is real money." },
  again: "Try again",
  looking: "This page looks by itself, and loads again when the inbox answers.",
  were: (count: number) => plural(count, "1 was waiting", `${grouped(count)} were waiting`),
  nothing: {
    title: "Nothing was waiting",
    text: "What was asked since then does not show here.",
  },
  more: (shown: number) => `The ${grouped(shown)} nearest are kept on this device. There were more.`,
  none: {
    title: "What waits is not known here",
    text: "No list is kept on this device, so nothing can be said about what waits, not even that nothing does.",
    why: "A list is kept for 72 hours after it was last seen here, until somebody signs out, and only if the person signed in wants it kept.",
  },
  elsewhere: "This page needs the inbox itself. This is what was kept of the list.",
  shared: "What you shared was not added. Share it again when the inbox answers.",
  list: "What was waiting",
  rows: {
    hire: (who: string | null) => (who === null ? "Hire someone" : `Hire ${who}`),
    fund: (what: string | null) => (what === null ? "Fund a milestone" : `Fund ${what}`),
    release: (who: string | null) => (who === null ? "Release a payment" : `Release to ${who}`),
    end: () => "End contract",
    unknown: () => "A request of a kind we do not know",
  },
  amount: {
    unknown: "unknown",
    withheld: "not kept",
    withheldWhy: "Only an agent told this amount. What agents say is not kept on a device.",
  },
  kinds: {
    charge: "charged if it is confirmed",
    release: "leaves escrow if it is confirmed",
    at_stake: "in escrow, decided on there",
    unknown: "of a kind we do not know",
  },
  /** Beside an amount that is not charged, in a list where most are. */
  escrow: "in escrow",
  left: (left: string) => `${left} left`,
  past: "its time is past",
  noDeadline: "deadline unknown",
  pastLong: (ago: string) => `Its time ran out ${ago}. What came of it is not known here.`,
  facts: {
    who: "Freelancer",
    what: "About",
    place: "In",
    amount: "Amount",
    asked: "Asked",
    lapses: "Lapses",
    ran: "Ran out",
  },
  back: (count: number) => plural(count, "The list", `All ${grouped(count)}`),
  agentsWords: "What the agent wrote is not kept on a device.",
  leave: {
    open: "Review in OpenTrain",
    sandbox: "Review in the sandbox",
    newTab: "opens in a new tab",
    offline: "The last known address. It opens once this device has a network.",
    other: "The last known address. It does not lead through this inbox, so it may well open.",
    why: {
      settled: "It was settled.",
      closed: "It was closed.",
      link_missing: "No link to OpenTrain’s page was known.",
      link_quarantined: "Its link did not lead to your OpenTrain account and was set aside.",
      only_owner: "Only an owner confirms or declines, on OpenTrain’s page.",
    } satisfies Record<WhyNotOpen, string>,
  },
  notKept: {
    title: "This request is not kept here",
    text: "It was not among what was known to wait. It may be newer, or settled since.",
  },
};
