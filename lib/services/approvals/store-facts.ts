import type { UpstreamContract } from "@/lib/opentrain/map";
import type { Facts } from "@/lib/services/approvals/gather-facts";
import { storableInstant } from "@/lib/services/approvals/storable-instant";
import type { Place } from "@/lib/services/approvals/write-approval";
import { updateConnection } from "@/lib/store/connections/rows";
import { storeBudget } from "@/lib/store/contracts/budgets";
import { storeContract } from "@/lib/store/contracts/rows";
import { storeJobs, storeProposal } from "@/lib/store/contracts/surroundings";
import type { Tx } from "@/lib/store/pool";
import { forgetUnread, noteUnread, ONLY } from "@/lib/store/unread";

/** Before the reads are applied, so that they find what belongs to them. */
export async function storeFacts(tx: Tx, { connection, at }: Place, facts: Facts): Promise<void> {
  const { workspaceId } = connection;
  await noteUnread(tx, workspaceId, facts.failed, at);
  const idsOf = (read: { id: string }[]) => read.map(({ id }) => id);
  await forgetUnread(tx, workspaceId, "contract", idsOf(facts.contracts));
  await forgetUnread(tx, workspaceId, "proposal", idsOf(facts.proposals));
  if (facts.jobs) await forgetUnread(tx, workspaceId, "jobs", [ONLY]);
  for (const contract of facts.contracts) await store(tx, workspaceId, contract, at);
  for (const { id, jobId, jobTitle, candidateId, candidateName } of facts.proposals) {
    const proposal = { id, jobId, jobTitle, candidateId, candidateName };
    await storeProposal(tx, { workspaceId, ...proposal, readAt: at });
  }
  if (facts.jobs) {
    await storeJobs(
      tx,
      facts.jobs.map(({ id, title, status }) => ({ workspaceId, id, title, status, readAt: at })),
    );
    await updateConnection(tx, connection.id, { jobsReadAt: new Date() });
  }
}

async function store(tx: Tx, workspaceId: string, contract: UpstreamContract, at: Date): Promise<void> {
  const { freelancer, milestones, milestonesSetAside, budget, ...rest } = contract;
  const row = {
    workspaceId,
    ...rest,
    createdAt: storableInstant(rest.createdAt),
    endedAt: storableInstant(rest.endedAt),
    freelancerId: freelancer?.userId ?? null,
    freelancerName: freelancer?.displayName || null,
    freelancerCountry: freelancer?.country ?? null,
    readAt: at,
  };
  const read = (milestones ?? []).map((milestone) => ({ ...milestone, readAt: at }));
  await storeContract(tx, row, read, { isWhole: milestones !== null && milestonesSetAside === 0 });
  if (!budget) return;
  const { state, fundedVolume, fundedAmountCents, consumedVolume, remainingVolume, consumedFraction } =
    budget;
  const known = { state, fundedVolume, fundedAmountCents, consumedVolume, remainingVolume, consumedFraction };
  await storeBudget(tx, { workspaceId, contractId: contract.id, budget: known, readAt: at });
}
