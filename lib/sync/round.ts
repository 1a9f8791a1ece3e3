import type { Answer, OpenTrainClient } from "@/lib/opentrain/client";
import type { OpenTrainFailure } from "@/lib/opentrain/failures";
import type { Place } from "@/lib/services/approvals/write-approval";
import { connectionNow } from "@/lib/services/connections/connection-now";
import type { Reader } from "@/lib/services/connections/open-reader";
import type { ConnectionRow } from "@/lib/store/connections/rows";
import { type Lease, LeaseLost } from "@/lib/store/hold-lease";
import type { Db, Tx } from "@/lib/store/pool";

/** Calls one round may make before it leaves the rest to the next: a guess, OpenTrain names no limit. */
const callsPerRound = 60;
/** A long backlog must not keep us from looking at what is about to run out. */
export const callsKeptForDeadlines = 20;

/** One pass over one connection. */
export type Round = {
  db: Db;
  connection: ConnectionRow;
  reader: Reader;
  clock: () => Date;
  /** That nobody else follows this feed; where nobody else can, none is needed. */
  lease: Lease | null;
};

/** Ends the round: what it has applied so far stays, the rest waits for the next one. */
export class RoundStopped extends Error {
  readonly failure: OpenTrainFailure;

  constructor(failure: OpenTrainFailure) {
    super(failure.why);
    this.name = "RoundStopped";
    this.failure = failure;
  }
}

export function callsLeft({ reader }: Round): number {
  return callsPerRound - reader.callsMade();
}

/** The connection as OpenTrain's last answer showed its clock. */
export function placeOf({ connection, reader, clock }: Round): Place {
  const known = { ...connection, clockOffsetMs: reader.offsetMs() };
  return { connection: known, at: connectionNow(known, clock()) };
}

/** Nothing more can come of a round whose token is refused, that is asked to wait, or that reaches nobody. */
export function isEnding(failure: OpenTrainFailure): boolean {
  return failure.kind === "unreachable" || failure.why === "unauthorized";
}

export async function readOrStop<T>(
  { reader }: Round,
  call: (client: OpenTrainClient) => Promise<Answer<T>>,
): Promise<Answer<T>> {
  const answer = await reader.read(call);
  if (!answer.ok && isEnding(answer.failure)) throw new RoundStopped(answer.failure);
  return answer;
}

/** In each transaction of a round: one that was frozen and comes back writes nothing over its successor's. */
export async function demandLease({ lease }: Pick<Round, "lease">, tx: Tx): Promise<void> {
  await lease?.demand(tx);
}

/** Before calls are spent on what somebody else is doing by now. */
export function checkLease({ lease, connection }: Pick<Round, "lease" | "connection">): void {
  if (lease && !lease.isOurs()) throw new LeaseLost(connection.id);
}
