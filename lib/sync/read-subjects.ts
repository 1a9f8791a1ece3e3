import type { ReadProblemCode } from "@/lib/domain/records";
import { FADES_AFTER_MS } from "@/lib/domain/unanswered";
import type { Answer, OpenTrainClient } from "@/lib/opentrain/client";
import type { UpstreamContract } from "@/lib/opentrain/map";
import { applyReads } from "@/lib/services/approvals/apply-reads";
import { type Facts, noFacts } from "@/lib/services/approvals/gather-facts";
import { problemOfFailure } from "@/lib/services/approvals/problem-of-failure";
import { type DueSubject, dueSubjects, noteLookedUp } from "@/lib/store/asks/subjects";
import { UNREAD_KIND } from "@/lib/store/contracts/subjects";
import { forgetUnread } from "@/lib/store/unread";
import { callsLeft, checkLease, demandLease, placeOf, type Round, RoundStopped } from "@/lib/sync/round";

const mostAtOnce = 10;
/** OpenTrain stumbled over one; what else is due does not wait for it. */
const againAfterMs = 10 * 60_000;

/** What OpenTrain told of one, or why it is not known. */
type Found = Partial<Facts> | ReadProblemCode;

/** Whom and what blocked and unanswered requests are about, each once: there is no approval that would name it. */
export async function readSubjects(round: Round): Promise<void> {
  const { db, connection, clock } = round;
  const since = new Date(placeOf(round).at.getTime() - FADES_AFTER_MS);
  const most = Math.min(mostAtOnce, callsLeft(round));
  if (most <= 0) return;
  const due = await dueSubjects(db, { connectionId: connection.id, since, now: clock(), most });
  const contracts = onlyOnce(() => ask(round, (client) => client.listContracts()));
  for (const subject of due) {
    checkLease(round);
    await store(round, subject, subject.isKnown ? {} : await find(round, subject, contracts));
  }
}

type Contracts = { contracts: UpstreamContract[] } | ReadProblemCode;

async function find(
  round: Round,
  { action, subjectId: id }: DueSubject,
  listContracts: () => Promise<Contracts>,
): Promise<Found> {
  if (action === "hire") {
    const proposal = await ask(round, (client) => client.getProposal(id));
    return typeof proposal === "string" ? proposal : { proposals: [proposal] };
  }
  if (action === "end") {
    const contract = await ask(round, (client) => client.getContract(id));
    return typeof contract === "string" ? contract : { contracts: [contract] };
  }
  // A milestone has no address of its own, and nothing says which contract it is part of.
  const listed = await listContracts();
  if (typeof listed === "string") return listed;
  const contract = listed.contracts.find(({ milestones }) => milestones?.some((one) => one.id === id));
  return contract ? { contracts: [contract] } : "not_visible";
}

async function ask<T extends object>(
  { reader }: Round,
  call: (client: OpenTrainClient) => Promise<Answer<T>>,
): Promise<T | ReadProblemCode> {
  const answer = await reader.read(call);
  if (answer.ok) return answer.value;
  const { why } = answer.failure;
  // Nothing more can come of this round.
  if (why === "unauthorized" || why === "rate_limited" || why === "network")
    throw new RoundStopped(answer.failure);
  return problemOfFailure(answer.failure);
}

async function store(round: Round, subject: DueSubject, found: Found): Promise<void> {
  const { db, connection, clock } = round;
  const { workspaceId } = connection;
  const { action, subjectId: id } = subject;
  const kind = UNREAD_KIND[action];
  const facts =
    typeof found === "string" ? { ...noFacts, failed: [{ kind, id, why: found }] } : { ...noFacts, ...found };
  const again = found === "unreachable" ? new Date(clock().getTime() + againAfterMs) : null;
  await db.transaction(async (tx) => {
    await demandLease(round, tx);
    await applyReads(tx, placeOf(round), [], facts);
    if (typeof found !== "string") await forgetUnread(tx, workspaceId, kind, [id]);
    await noteLookedUp(tx, workspaceId, subject, again);
  });
}

function onlyOnce<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | null = null;
  return () => (made ??= make());
}
