import type { UpstreamApproval } from "@/lib/domain/records";
import type { OpenTrainFailure } from "@/lib/opentrain/failures";
import { contractIdOf, type Facts, noFacts } from "@/lib/services/approvals/gather-facts";
import { problemOfFailure } from "@/lib/services/approvals/problem-of-failure";
import type { Item } from "@/lib/store/backfills/items";
import { unknownIds } from "@/lib/store/contracts/surroundings";
import type { Walk } from "@/lib/sync/backfill/walk";
import { isEnding } from "@/lib/sync/round";

const callsAtOnce = 16;

export type ReadItem = { id: string; approval: UpstreamApproval; tokenId: string | null };

export type Batch = {
  items: Item[];
  reads: ReadItem[];
  /** No connected token may see them: another one asked. */
  hidden: string[];
  /** OpenTrain stumbled over them, or its answer was none. */
  failed: string[];
  facts: Facts;
  /** Why it makes no sense to go on now. */
  stop: OpenTrainFailure | null;
};

/** Approvals and what lies around them, as OpenTrain tells now; nothing is written. */
export async function readBatch(walk: Walk, items: Item[]): Promise<Batch> {
  const batch: Batch = { items, reads: [], hidden: [], failed: [], facts: noFacts, stop: null };
  const failures: { id: string; failure: OpenTrainFailure }[] = [];
  await inTurns(items, async ({ id }) => {
    // Once it is clear that nobody answers, the others need not find out one by one.
    if (failures.length > 1) return;
    const answer = await walk.reader.read((client) => client.getApproval(id));
    if (answer.ok) batch.reads.push({ id, approval: answer.value, tokenId: answer.tokenId });
    else if (isEnding(answer.failure)) failures.push({ id, failure: answer.failure });
    else if (answer.failure.kind === "refused") batch.hidden.push(id);
    else batch.failed.push(id);
  });
  const [first, ...more] = failures;
  if (first && (more.length > 0 || isFinal(first.failure))) batch.stop = first.failure;
  else if (first) batch.failed.push(first.id);
  // The newest first, in whatever order they were answered: what replaced another one is there before it.
  const order = new Map(items.map(({ id }, index) => [id, index]));
  batch.reads.sort((a, b) => (order.get(a.id) ?? 0) - (order.get(b.id) ?? 0));
  batch.facts = await readAround(walk, batch.reads);
  return batch;
}

/** A single one that OpenTrain stumbles over is its own trouble. */
function isFinal({ why }: OpenTrainFailure): boolean {
  return why === "unauthorized" || why === "rate_limited" || why === "network";
}

/** Only what is not stored yet: history does not change any more. Each fails softly. */
async function readAround({ db, connection, reader }: Walk, reads: ReadItem[]): Promise<Facts> {
  const { workspaceId } = connection;
  const approvals = reads.map(({ approval }) => approval);
  const contractIds = await unknownIds(db, workspaceId, "contracts", distinct(approvals.map(contractIdOf)));
  const proposalIds = distinct(
    // A contract names its freelancer.
    approvals.map((approval) => (contractIdOf(approval) === null ? approval.proposalId : null)),
  );
  const facts: Facts = { contracts: [], proposals: [], jobs: null, failed: [] };
  await inTurns(contractIds, async (id) => {
    const answer = await reader.read((client) => client.getContract(id));
    if (answer.ok) facts.contracts.push(answer.value);
    else facts.failed.push({ kind: "contract", id, why: problemOfFailure(answer.failure) });
  });
  await inTurns(await unknownIds(db, workspaceId, "proposals", proposalIds), async (id) => {
    const answer = await reader.read((client) => client.getProposal(id));
    if (answer.ok) facts.proposals.push(answer.value);
    else facts.failed.push({ kind: "proposal", id, why: problemOfFailure(answer.failure) });
  });
  return facts;
}

async function inTurns<T>(all: T[], work: (one: T) => Promise<void>): Promise<void> {
  const queue = all.values();
  const turns = Array.from({ length: Math.min(callsAtOnce, all.length) }, async () => {
    for (const one of queue) await work(one);
  });
  await Promise.all(turns);
}

function distinct(ids: (string | null)[]): string[] {
  return [...new Set(ids.filter((id) => id !== null))];
}
