import type { CaptureWay } from "./records";

/** Why a request was not listed here before it ended; each names what would have caught it. */
export type MissWhy =
  | "never_told"
  | "told_late"
  | "not_proven_in_time"
  | "answer_lost"
  | "waited_on_disk"
  | "recorder_saw_the_end"
  | "not_watching"
  | "not_visible";

export type MissFacts = {
  way: CaptureWay;
  createdAt: Date;
  endedAt: Date;
  /** When somebody first told us of it. */
  toldAt: Date | null;
  /** When it was asked through the recorder. */
  recordedAt: Date | null;
  /** Of each time it was asked through the recorder, OpenTrain's answer never came back. */
  wasAnswerLost: boolean;
  /** Something kept what agents asked at that time from reaching the list. */
  wasBlind: boolean;
  /** No connected token may see it; only the feed named its end. */
  isUnseen: boolean;
};

export function missWhyOf(facts: MissFacts): MissWhy {
  const { way, endedAt, toldAt, recordedAt, wasAnswerLost, wasBlind, isUnseen } = facts;
  if (isUnseen) return "not_visible";
  if (recordedAt !== null && recordedAt < endedAt) return wasAnswerLost ? "answer_lost" : "waited_on_disk";
  if (toldAt !== null && toldAt < endedAt) return "not_proven_in_time";
  if (wasBlind) return "not_watching";
  if (way === "recorder") return "recorder_saw_the_end";
  return toldAt === null ? "never_told" : "told_late";
}
