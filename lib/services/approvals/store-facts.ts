import type { Budget } from "@/lib/domain/records";
import type { UpstreamBudget, UpstreamContract } from "@/lib/opentrain/map";
import type { Facts } from "@/lib/services/approvals/gather-facts";
import { storableInstant } from "@/lib/services/approvals/storable-instant";
import type { Place } from "@/lib/services/approvals/write-approval";
import { updateConnection } from "@/lib/store/connections/rows";
import { type ReadContract, storeBudgets, storeContracts, storeProposals } from "@/lib/store/contracts/store";
import { storeJobs } from "@/lib/store/contracts/surroundings";
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
  await storeContracts(
    tx,
    workspaceId,
    facts.contracts.map((contract) => readContract(workspaceId, contract, at)),
  );
  await storeBudgets(
    tx,
    facts.contracts.flatMap(({ id: contractId, budget }) =>
      budget ? [{ workspaceId, contractId, budget: knownBudget(budget), readAt: at }] : [],
    ),
  );
  await storeProposals(
    tx,
    facts.proposals.map(({ id, jobId, jobTitle, candidateId, candidateName }) => {
      return { workspaceId, id, jobId, jobTitle, candidateId, candidateName, readAt: at };
    }),
  );
  if (facts.jobs) {
    await storeJobs(
      tx,
      facts.jobs.map(({ id, title, status }) => ({ workspaceId, id, title, status, readAt: at })),
    );
    await updateConnection(tx, connection.id, { jobsReadAt: new Date() });
  }
}

function readContract(workspaceId: string, contract: UpstreamContract, at: Date): ReadContract {
  const { id, title, status, jobId, proposalId, paymentType, rate, createdAt, endedAt } = contract;
  const { freelancer, milestones, milestonesSetAside } = contract;
  return {
    contract: {
      ...{ workspaceId, id, title, status, jobId, proposalId, paymentType, rate },
      createdAt: storableInstant(createdAt),
      endedAt: storableInstant(endedAt),
      freelancerId: freelancer?.userId ?? null,
      freelancerName: freelancer?.displayName || null,
      freelancerCountry: freelancer?.country ?? null,
      readAt: at,
    },
    milestones: (milestones ?? []).map((milestone) => ({ ...milestone, readAt: at })),
    isWhole: milestones !== null && milestonesSetAside === 0,
  };
}

function knownBudget(budget: UpstreamBudget): Budget {
  const { state, fundedVolume, fundedAmountCents, consumedVolume, remainingVolume, consumedFraction } =
    budget;
  return { state, fundedVolume, fundedAmountCents, consumedVolume, remainingVolume, consumedFraction };
}
