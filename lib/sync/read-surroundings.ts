import { applyReads } from "@/lib/services/approvals/apply-reads";
import { noFacts } from "@/lib/services/approvals/gather-facts";
import { nameByJobs } from "@/lib/services/approvals/name-by-jobs";
import { problemOfFailure } from "@/lib/services/approvals/problem-of-failure";
import { listJobs } from "@/lib/services/connections/list-jobs";
import { updateConnection } from "@/lib/store/connections/rows";
import { storeCredits } from "@/lib/store/credits";
import { lockWorkspace } from "@/lib/store/locks";
import { forgetUnread, noteUnread, ONLY } from "@/lib/store/unread";
import { callsLeft, placeOf, type Round, readOrStop } from "@/lib/sync/round";

const minuteMs = 60_000;
const contractsEveryMs = 10 * minuteMs;
const contractsAtOnce = 100;
const creditsEveryMs = minuteMs;
const jobsEveryMs = 60 * minuteMs;

/** All contracts, at connecting and then now and again: an end without escrow makes no event. */
export async function readContracts(round: Round): Promise<void> {
  const { db, connection } = round;
  if (!isDue(connection.contractsReadAt, contractsEveryMs, round) || callsLeft(round) <= 0) return;
  const answer = await readOrStop(round, (client) => client.listContracts());
  const contractsReadAt = round.clock();
  if (answer.ok) {
    const { contracts } = answer.value;
    // In small transactions, since whoever captures meanwhile waits for the same lock.
    for (let start = 0; start < contracts.length; start += contractsAtOnce) {
      const facts = { ...noFacts, contracts: contracts.slice(start, start + contractsAtOnce) };
      await db.transaction((tx) => applyReads(tx, placeOf(round), [], facts));
    }
  }
  await remember(round, { contractsReadAt });
}

export async function readJobs(round: Round): Promise<void> {
  const { db, connection } = round;
  if (!isDue(connection.jobsReadAt, jobsEveryMs, round) || callsLeft(round) <= 0) return;
  const jobsReadAt = round.clock();
  const listed = await listJobs(round.reader);
  const facts =
    "jobs" in listed
      ? { ...noFacts, jobs: listed.jobs }
      : { ...noFacts, failed: [{ kind: "jobs" as const, id: ONLY, why: problemOfFailure(listed.failure) }] };
  await db.transaction((tx) => applyReads(tx, placeOf(round), [], facts));
  await nameTheRest(round, facts.jobs?.map(({ id }) => id) ?? []);
  await remember(round, { jobsReadAt });
}

async function nameTheRest(round: Round, jobIds: string[]): Promise<void> {
  const { db, connection } = round;
  const nameSome = () =>
    db.transaction(async (tx) => {
      await lockWorkspace(tx, connection.workspaceId);
      return nameByJobs(tx, placeOf(round), jobIds);
    });
  while ((await nameSome()) > 0);
}

/** After anything that moves money, and now and again. What a token may not see stays unknown. */
export async function readCredits(round: Round, { isMoved }: { isMoved: boolean }): Promise<void> {
  const { db, connection } = round;
  if (!isMoved && !isDue(connection.creditsReadAt, creditsEveryMs, round)) return;
  const answer = await readOrStop(round, (client) => client.getCredits());
  const { at } = placeOf(round);
  const { workspaceId } = connection;
  if (answer.ok) {
    await storeCredits(db, workspaceId, { ...answer.value, readAt: at });
    await forgetUnread(db, workspaceId, "credits", [ONLY]);
  } else {
    const why = problemOfFailure(answer.failure);
    await noteUnread(db, workspaceId, [{ kind: "credits", id: ONLY, why }], at);
  }
  await remember(round, { creditsReadAt: round.clock() });
}

/** By our own clock: these say when we last asked, not how old the answer is. */
function isDue(askedAt: Date | null, everyMs: number, { clock }: Round): boolean {
  return askedAt === null || clock().getTime() - askedAt.getTime() >= everyMs;
}

async function remember(
  { db, connection }: Round,
  changes: { contractsReadAt?: Date; jobsReadAt?: Date; creditsReadAt?: Date },
): Promise<void> {
  await updateConnection(db, connection.id, changes);
  Object.assign(connection, changes);
}
