import type { UpstreamContract } from "@/lib/opentrain/map";
import type { Facts } from "@/lib/services/approvals/gather-facts";
import { storableInstant } from "@/lib/services/approvals/storable-instant";
import type { Place } from "@/lib/services/approvals/write-approval";
import { updateConnection } from "@/lib/store/connections/rows";
import { storeContract } from "@/lib/store/contracts/rows";
import { storeJobs, storeProposal } from "@/lib/store/contracts/surroundings";
import type { Tx } from "@/lib/store/pool";

/** Before the reads are applied, so that they find what belongs to them. */
export async function storeFacts(tx: Tx, { connection, at }: Place, facts: Facts): Promise<void> {
  const { workspaceId } = connection;
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
  const { freelancer, milestones, milestonesSetAside, budget: _, ...rest } = contract;
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
}
