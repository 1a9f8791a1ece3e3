import { moneyOf } from "@/lib/domain/money";
import type { Money, Standing } from "@/lib/domain/records";
import { firstMilestone, termsOfMilestone } from "@/lib/domain/terms";
import { showsTrace } from "@/lib/domain/trace";
import { confirmedReleasesOn } from "@/lib/store/approvals/open-facts";
import { findContractRow, milestoneRecordOf, milestoneRowsOf } from "@/lib/store/contracts/rows";
import { findJob, findMilestone, findProposal } from "@/lib/store/contracts/surroundings";
import type { Tx } from "@/lib/store/pool";
import type {
  ContractRow,
  JobRow,
  MilestoneRow,
  NewApprovalRow,
  ProposalRow,
  StoredTerms,
} from "@/lib/store/schema";
import { findUnread } from "@/lib/store/unread";

export type Derived = {
  counterparty: string | null;
  counterpartyId: string | null;
  contractTitle: string | null;
  milestoneName: string | null;
  jobTitle: string | null;
  confirmedTerms: StoredTerms | null;
  money: Money;
  moneyKind: Money["kind"];
  totalCents: number | null;
  maxTotalCents: number | null;
};

/** Whether what was confirmed shows around it; null while nothing says so or otherwise. */
export type Shown = { isShown: boolean | null };

export type DerivedFrom = Pick<
  NewApprovalRow,
  "workspaceId" | "contractId" | "milestoneId" | "proposalId" | "jobId"
> &
  Pick<NewApprovalRow, "type" | "status" | "recordedTerms" | "toldTerms" | "resolvedAt"> & {
    standing: Standing;
    known: Derived | null;
  };

/** What is stored around a request that it takes its names and its money from. */
export type Around = {
  contract: ContractRow | null;
  milestones: MilestoneRow[] | null;
  milestone: MilestoneRow | null;
  proposal: ProposalRow | null;
  job: JobRow | null;
  /** Milestones of the contract whose release OpenTrain confirmed. */
  confirmedReleases: ReadonlySet<string>;
  /** Read, and shown to none of our tokens. */
  isContractHidden: boolean;
};

export async function derive(tx: Tx, row: DerivedFrom): Promise<Derived & Shown> {
  const { workspaceId, contractId } = row;
  const contract = contractId ? await findContractRow(tx, workspaceId, contractId) : null;
  return deriveFrom(row, {
    contract,
    milestones: contract ? await milestoneRowsOf(tx, workspaceId, contract.id) : null,
    milestone: row.milestoneId ? await findMilestone(tx, workspaceId, row.milestoneId) : null,
    proposal: row.proposalId ? await findProposal(tx, workspaceId, row.proposalId) : null,
    job: row.jobId ? await findJob(tx, workspaceId, row.jobId) : null,
    confirmedReleases: contract ? await confirmedReleasesOn(tx, workspaceId, contract.id) : new Set(),
    isContractHidden: contractId && !contract ? await isHidden(tx, workspaceId, contractId) : false,
  });
}

/** Names and money of a request from what is stored around it. A value once read stays when it disappears. */
export function deriveFrom(row: DerivedFrom, around: Around): Derived & Shown {
  const { known, standing } = row;
  const { contract, milestones, milestone, proposal, job, confirmedReleases, isContractHidden } = around;
  const isHired = row.type === "proposal_hire" && row.status === "confirmed";
  const hired = isHired && milestones ? firstMilestone(milestones) : null;
  const confirmedTerms = confirmedTermsOf(known?.confirmedTerms ?? null, hired);
  const isEnded = contract !== null && contract.status !== "active";
  const money =
    known && row.type === "contract_end" && isEnded && known.money.totalCents !== null
      ? known.money
      : moneyOf({
          type: row.type ?? null,
          standing,
          recordedTerms: row.recordedTerms ?? null,
          toldTerms: row.toldTerms ?? null,
          confirmedTerms,
          confirmedUnreadable: confirmedTerms?.amountUnreadable ?? null,
          termsUnreadable: (row.recordedTerms ?? row.toldTerms)?.amountUnreadable ?? null,
          milestone: milestone && milestoneRecordOf(milestone),
          contractMilestones: milestones?.map(milestoneRecordOf) ?? null,
          confirmedReleases,
          previous: known?.money ?? null,
        });
  return {
    counterparty: contract?.freelancerName ?? proposal?.candidateName ?? known?.counterparty ?? null,
    counterpartyId: contract?.freelancerId ?? proposal?.candidateId ?? known?.counterpartyId ?? null,
    contractTitle: contract?.title ?? known?.contractTitle ?? null,
    milestoneName: milestone?.name ?? known?.milestoneName ?? null,
    jobTitle: job?.title ?? proposal?.jobTitle ?? known?.jobTitle ?? null,
    confirmedTerms,
    money,
    moneyKind: money.kind,
    totalCents: money.totalCents,
    maxTotalCents: money.maxTotalCents,
    isShown: showsTrace({
      type: row.type ?? null,
      status: row.status ?? null,
      contract,
      isContractHidden,
      milestone,
      resolvedAt: row.resolvedAt ?? null,
    }),
  };
}

async function isHidden(tx: Tx, workspaceId: string, id: string): Promise<boolean> {
  const [failed] = await findUnread(tx, workspaceId, [{ kind: "contract", id }]);
  return failed?.why === "not_visible";
}

/** Kept as first read, since a contract goes on to change; only a figure that was missing is filled in. */
function confirmedTermsOf(known: StoredTerms | null, hired: MilestoneRow | null): StoredTerms | null {
  if (known !== null && known.amountCents !== null) return known;
  if (hired === null) return known;
  const { amountUnreadable } = hired;
  const read = { ...termsOfMilestone(hired), ...(amountUnreadable === null ? {} : { amountUnreadable }) };
  if (known === null) return read;
  return read.amountCents === null ? known : { ...termsOfMilestone(known), amountCents: read.amountCents };
}

/** Something OpenTrain could tell of this request that we have not read yet. */
export function isIncomplete(row: DerivedFrom, derived: Derived): boolean {
  if (row.type === "proposal_hire") {
    return row.status === "confirmed" && (derived.confirmedTerms?.amountCents ?? null) === null;
  }
  return derived.totalCents === null && row.contractId !== null && row.contractId !== undefined;
}
