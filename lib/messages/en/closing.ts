import { grouped } from "./grouped";
import { plural } from "./plural";

/** Once it is settled: what comes next here, and what else waits. */
export const closing = {
  confirmed: {
    hire: "Release the first milestone when its work is handed in.",
    fund: "Release it when the work is handed in.",
    release: "This milestone is paid. Nothing more is to be decided about it.",
    end: "What was released and what was refunded shows on the contract, milestone by milestone.",
    unknown: "OpenTrain’s own page shows what came of it.",
  },
  declined: "If it is wanted after all, {agent} has to ask anew.",
  lapsed: "A new request for it shows up here by itself once {agent} asks again.",
  superseded: "Only the newer request counts.",
  contract: "See the contract",
  newer: "Decide on the newer one",
  newerSettled: "See the newer one",
  more: (count: number) => plural(count, "One more waits", `${grouped(count)} more wait`),
  moreUntil: "{more}, the next lapses in {left}.",
  moreOver: "{more}.",
  next: "Next request",
  nothing: "Nothing else waits.",
};
