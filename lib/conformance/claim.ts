import type { Bench } from "./bench";
import type { Reader } from "./reader";

/** What a case is about; the suite is no good at a kind until breaking the service showed it red. */
export const claimKinds = [
  "shape",
  "format",
  "gate",
  "reason",
  "visibility",
  "state",
  "money",
  "event",
  "paging",
  "tokens",
  "webhook",
] as const;
export type ClaimKind = (typeof claimKinds)[number];

type Told = {
  /** The section of the fact book of OpenTrain's API that says so. */
  section: string;
  /** What it says, in our words. */
  claim: string;
  kind: ClaimKind;
};

/**
 * One that only reads needs a token and no more, so that it can be pointed at a real account; the others make
 * accounts of their own and play the human, which only the sandbox lets anybody do.
 */
export type Claim = Told &
  (
    | { reads: (reader: Reader) => Promise<void>; tries?: undefined }
    | { tries: (bench: Bench) => Promise<void>; reads?: undefined }
  );

export type Untested = { section: string; claim: string; why: string };
