import type { UpstreamApproval } from "@/lib/domain/records";
import type { Answer } from "@/lib/opentrain/client";
import type { OpenTrainFailure } from "@/lib/opentrain/failures";
import type { UpstreamContract, UpstreamJob, UpstreamProposal } from "@/lib/opentrain/map";
import { problemOfFailure } from "@/lib/services/approvals/problem-of-failure";
import { listJobs } from "@/lib/services/connections/list-jobs";
import type { Reader } from "@/lib/services/connections/open-reader";
import type { ConnectionRow } from "@/lib/store/connections/rows";
import { contractsReadBefore, unknownIds } from "@/lib/store/contracts/surroundings";
import type { Db } from "@/lib/store/pool";
import { type Failed, ONLY } from "@/lib/store/unread";

/** What lies around requests, as OpenTrain told it just now; what could not be read is missing. */
export type Facts = {
  contracts: UpstreamContract[];
  proposals: UpstreamProposal[];
  jobs: UpstreamJob[] | null;
  /** What was asked for and not answered, each with why. */
  failed: Failed[];
};

export const noFacts: Facts = { contracts: [], proposals: [], jobs: null, failed: [] };

const jobsEveryMs = 60_000;
const atOnce = 4;

/** Each fails softly: a figure that could not be read is unknown, and the request is listed all the same. */
export async function gatherFacts(
  db: Db,
  reader: Reader,
  connection: ConnectionRow,
  reads: UpstreamApproval[],
  now: Date,
  {
    contractIds: moreContractIds = [],
    exceptContractIds = [],
    contractsBefore = null,
  }: {
    /** Besides those the requests name, and of those all but these. */
    contractIds?: string[];
    exceptContractIds?: string[];
    /** Only those that were not read since. */
    contractsBefore?: Date | null;
  } = {},
): Promise<Facts> {
  const { workspaceId } = connection;
  const named = distinct([...moreContractIds, ...reads.map(contractIdOf)]).filter(
    (id) => !exceptContractIds.includes(id),
  );
  const contractIds =
    contractsBefore === null ? named : await contractsReadBefore(db, workspaceId, named, contractsBefore);
  const proposalIds = distinct(reads.map(({ proposalId }) => proposalId));
  const jobIds = distinct(reads.map(({ jobId }) => jobId));
  const newProposals = await unknownIds(db, workspaceId, "proposals", proposalIds);
  const failed: Failed[] = [];
  const note = (kind: Failed["kind"]) => (id: string, failure: OpenTrainFailure) =>
    failed.push({ kind, id, why: problemOfFailure(failure) });
  const contracts = await inBatches(
    contractIds,
    (id) => reader.read((client) => client.getContract(id)),
    note("contract"),
  );
  const proposals = await inBatches(
    newProposals,
    (id) => reader.read((client) => client.getProposal(id)),
    note("proposal"),
  );
  const titled = new Set(proposals.flatMap(({ jobId, jobTitle }) => (jobId && jobTitle ? jobId : [])));
  const newJobs = (await unknownIds(db, workspaceId, "jobs", jobIds)).filter((id) => !titled.has(id));
  const isJobsDue = now.getTime() - (connection.jobsReadAt?.getTime() ?? 0) >= jobsEveryMs;
  const listed = newJobs.length > 0 && isJobsDue ? await listJobs(reader) : null;
  if (listed && "failure" in listed) note("jobs")(ONLY, listed.failure);
  return { contracts, proposals, jobs: listed && "jobs" in listed ? listed.jobs : null, failed };
}

/** A confirmed hire names its contract in its result. */
export function contractIdOf({ contractId, result }: UpstreamApproval): string | null {
  const resulting = result?.contractId;
  return contractId ?? (typeof resulting === "string" && resulting !== "" ? resulting : null);
}

async function inBatches<T>(
  ids: string[],
  read: (id: string) => Promise<Answer<T>>,
  onFailure: (id: string, failure: OpenTrainFailure) => void,
): Promise<T[]> {
  const found: T[] = [];
  const readOne = async (id: string) => {
    const answer = await read(id);
    if (answer.ok) found.push(answer.value);
    else onFailure(id, answer.failure);
  };
  for (let start = 0; start < ids.length; start += atOnce) {
    await Promise.all(ids.slice(start, start + atOnce).map(readOne));
  }
  return found;
}

function distinct(ids: (string | null)[]): string[] {
  return [...new Set(ids.filter((id) => id !== null))];
}
