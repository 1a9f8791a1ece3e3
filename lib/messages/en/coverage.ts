import type { MissWhy } from "@/lib/domain/coverage-miss";
import type { HintKind } from "@/lib/domain/hints";
import { connection } from "./connection";

/** How much was on screen in time; why something was not, and what would have caught it. */
export const coverage = {
  missWhys: {
    never_told:
      "Nobody told this inbox: it came to light when OpenTrain’s feed named its end. An agent that works through the recorder would have shown it at once.",
    told_late:
      "It was told to this inbox after its end. An agent that works through the recorder would have shown it at once.",
    not_proven_in_time:
      "It was told in time, but OpenTrain’s answer did not prove it before its end. Through the recorder, OpenTrain’s own answer is the proof; or connect a token that may see it.",
    answer_lost:
      "It was asked through the recorder, and OpenTrain’s answer was lost on the way back, so that nobody knew of it before its end. An agent that asks for the same thing again brings it to light; a request that waits is not made twice.",
    waited_on_disk:
      "It was asked through the recorder, and waited on this inbox’s disk until after its end, because the database was away. A database that stays reachable would have shown it at once.",
    recorder_saw_the_end:
      "The recorder saw only how it ended: it was asked by another way. With the agent’s address set to this inbox it would have been seen when it was asked.",
    not_watching: "It was asked while this inbox was not watching; that time is named below.",
    not_visible:
      "OpenTrain reported its end, and no connected token can see it: add the owner’s token. When it was asked is not known; the time of its end is given for it.",
  } satisfies Record<MissWhy, string>,
  gapWhys: {
    feed_away: "OpenTrain could not be reached.",
    token_refused: "OpenTrain refused the tokens.",
    worker_away: "The part that follows OpenTrain was not running.",
    recorder_not_stored: "The recorder passed calls on that could not be stored.",
    database_away: "The database was away.",
    disconnected: "The account was disconnected.",
  },
  /** Signs that something may wait unseen; none of them is proof. */
  hints: {
    invoice:
      "OpenTrain lists an invoice that waits for you to pay, and no request known here asked for it. A request to fund it may wait unseen, or somebody began it on OpenTrain’s own pages.",
    hire: "A contract began, and no hire request known here led to it. A request was confirmed that this inbox never saw, or somebody hired on OpenTrain’s own pages.",
    handed_in:
      "OpenTrain marks this milestone as waiting for approval, without saying of what; what the mark means is not documented. Work was handed in, or a request to release it waits unseen.",
  } satisfies Record<HintKind, string>,
  /** Why reading the history waits, by the codes of the client's failures. */
  backfillWaits(problem: string): string {
    const cause = connection.syncProblems[problem];
    return `Reading the history waits and goes on by itself.${cause === undefined ? "" : ` ${cause}`}`;
  },
};
