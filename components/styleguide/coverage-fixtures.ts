import type { Coverage, Summary } from "@/lib/api/types";
import { at, FIXTURE_NOW } from "./fixture-clock";
import { fund } from "./fixtures";

const since = at(-430);

/** Two missed, and twice nobody watched. */
export const coverage: Coverage = {
  since,
  from: since,
  to: FIXTURE_NOW,
  settled: 61,
  seenFirst: 59,
  percent: 96.7,
  agents: [
    { name: "label-agent", settled: 40, seenFirst: 40, percent: 100 },
    { name: null, settled: 21, seenFirst: 19, percent: 90.4 },
  ],
  maybeEarlier: 0,
  misses: [
    {
      id: "apr_lapsed",
      type: "milestone_fund",
      title: "Fund “Batch 3” for Imani W.",
      money: fund(25_000),
      outcome: "lapsed",
      agent: "pay-agent",
      createdAt: at(-122),
      settledAt: at(-50),
      seenAt: at(-49.5),
      why: "Nobody told this inbox: it came to light when OpenTrain’s feed named its end. An agent that works through the recorder would have shown it at once.",
      whyCode: "never_told",
    },
    {
      id: "apr_declined",
      type: "milestone_approve",
      title: "Release payment for “Batch 2” to Noor B.",
      money: null,
      outcome: "declined",
      agent: null,
      createdAt: at(-60),
      settledAt: at(-26),
      seenAt: at(-20),
      why: "It was asked while this inbox was not watching; that time is named below.",
      whyCode: "not_watching",
    },
  ],
  gaps: [
    {
      from: at(-3),
      to: at(0),
      isOpen: true,
      why: "The recorder passed calls on that could not be stored.",
      whyCode: "recorder_not_stored",
    },
    {
      from: at(-61),
      to: at(-58),
      isOpen: false,
      why: "OpenTrain could not be asked about it at the last try.",
      whyCode: "feed_away",
    },
  ],
  hints: [],
};

/** As it is while the past is read, with something that may wait unseen. */
export const missedSome: Pick<Summary, "coverage" | "notStored" | "backfill" | "hints"> = {
  hints: 2,
  backfill: {
    state: "running",
    stage: "reading",
    eventsRead: 4_200,
    found: 1_180,
    read: 336,
    hidden: 4,
    unreadable: 0,
    toGo: 840,
    startedAt: at(-0.1),
    endedAt: null,
    waiting: null,
    waitingCode: null,
  },
  coverage: { since, settled: 61, seenFirst: 59, percent: 96.7 },
  notStored: [{ from: at(-3), to: null }],
};
