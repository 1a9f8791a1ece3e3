import { grouped } from "./grouped";
import { ordinal } from "./ordinal";
import { plural } from "./plural";

/** What was asked before and after for the same thing, and how they differ. */
export const lineage = {
  supersededBy: {
    open: "A newer request replaced this one, so it is in no sum. Decide on the newer one; what OpenTrain does if this one is confirmed is not documented.",
    closed: "A newer request replaced this one, and OpenTrain has closed this one.",
  },
  supersedes: "This replaces an earlier request for the same hire.",
  askedAgain: (time: number) => `Asked for the ${ordinal(time)} time.`,
  before: "{outcome} {when}",
  beforeUnknown: "{outcome}",
  earlierMore: (count: number) => `and ${grouped(count)} more before these`,
  sameEscrow: (count: number) =>
    plural(
      count,
      "One other open request decides on the same escrow:",
      `${grouped(count)} other open requests decide on the same escrow:`,
    ),
  endBeside: (count: number) =>
    plural(
      count,
      "Another open request would end the contract this puts money into:",
      `${grouped(count)} other open requests would end the contract this puts money into:`,
    ),
  fundsBeside: (count: number) =>
    plural(
      count,
      "Another open request would put more money into escrow on this contract:",
      `${grouped(count)} other open requests would put more money into escrow on this contract:`,
    ),
  besideMore: (count: number) => plural(count, "and one more", `and ${grouped(count)} more`),
  older: "See the earlier one",
  newer: "See the newer one",

  /** A replaced request that was confirmed all the same: somebody has to look. */
  alarm: {
    title: "The replaced request was confirmed",
    titleNewer: "The request this one replaced was confirmed",
    historyOlder: "confirmed though replaced",
    row: "the one it replaced was confirmed",
    onOlder: {
      open: "This request had been replaced when it was confirmed, so its own terms hold, not the newer ones. The newer one is still open. Unless you want both, decline it on OpenTrain; what OpenTrain does if it is confirmed as well is not documented.",
      closed:
        "This request had been replaced when it was confirmed, so its own terms hold, not the newer ones. Check on OpenTrain that the contract is what you wanted.",
      confirmed:
        "This request had been replaced when it was confirmed, and the newer one was confirmed as well. Check on OpenTrain that nobody was hired twice and nothing was charged twice.",
    },
    onNewer: {
      open: "The earlier request that this one replaced was confirmed all the same. Look at what that one did before you decide here: confirming this one too may hire and charge a second time. If the earlier terms are fine, decline this one on OpenTrain.",
      confirmed:
        "The earlier request that this one replaced was confirmed as well. Check on OpenTrain that nobody was hired twice and nothing was charged twice.",
    },
    older: "See the confirmed one",
  },

  changes: {
    fromOlder: "What changed since the earlier request",
    toNewer: "What the newer request changes",
    same: "Every term is the same.",
    unknown: "The terms of one of the two are not known here, so they cannot be compared.",
    terms: "What was asked",
    more: "{amount} more",
    less: "{amount} less",
  },
  /** For whoever hears the page: what is struck through, and what stands in its place. */
  compared: {
    end: ". ",
    left: " … ",
    leftSpoken: " unchanged words ",
    replaced: { out: "was: ", in: "is now: " },
    told: { out: "OpenTrain accepted: ", in: "the agent told: " },
    confirmed: { out: "asked: ", in: "confirmed: " },
  },
};
