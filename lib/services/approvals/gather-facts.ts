import type { UpstreamApproval } from "@/lib/domain/records";
import type { UpstreamContract, UpstreamJob, UpstreamProposal } from "@/lib/opentrain/map";
import { listJobs } from "@/lib/services/connections/list-jobs";
import type { Reader } from "@/lib/services/connections/open-reader";
import type { ConnectionRow } from "@/lib/store/connections/rows";
import { contractsReadBefore, unknownIds } from "@/lib/store/contracts/surroundings";
import type { Db } from "@/lib/store/pool";

/** What lies around requests, as OpenTrain told it just now; what could not be read is missing. */
export type Facts = {
  contracts: UpstreamContract[];
  proposals: UpstreamProposal[];
  jobs: UpstreamJob[] | null;
};

export const noFacts: Facts = { contracts: [], proposals: [], jobs: null };

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
    moreContractIds = [],
    contractsBefore = null,
  }: {
    moreContractIds?: string[];
    /** Only those that were not read since. */
    contractsBefore?: Date | null;
  } = {},
): Promise<Facts> {
  const { workspaceId } = connection;
  const named = distinct([...moreContractIds, ...reads.map(contractIdOf)]);
  const contractIds =
    contractsBefore === null ? named : await contractsReadBefore(db, workspaceId, named, contractsBefore);
  const proposalIds = distinct(reads.map(({ proposalId }) => proposalId));
  const jobIds = distinct(reads.map(({ jobId }) => jobId));
  const newProposals = await unknownIds(db, workspaceId, "proposals", proposalIds);
  const contracts = await inBatches(contractIds, (id) => reader.read((client) => client.getContract(id)));
  const proposals = await inBatches(newProposals, (id) => reader.read((client) => client.getProposal(id)));
  const titled = new Set(proposals.flatMap(({ jobId, jobTitle }) => (jobId && jobTitle ? jobId : [])));
  const newJobs = (await unknownIds(db, workspaceId, "jobs", jobIds)).filter((id) => !titled.has(id));
  const isJobsDue = now.getTime() - (connection.jobsReadAt?.getTime() ?? 0) >= jobsEveryMs;
  const jobs = newJobs.length > 0 && isJobsDue ? await listJobs(reader) : null;
  return { contracts, proposals, jobs };
}

/** A confirmed hire names its contract in its result. */
export function contractIdOf({ contractId, result }: UpstreamApproval): string | null {
  const resulting = result?.contractId;
  return contractId ?? (typeof resulting === "string" && resulting !== "" ? resulting : null);
}

async function inBatches<T>(
  ids: string[],
  read: (id: string) => Promise<{ ok: true; value: T } | { ok: false }>,
): Promise<T[]> {
  const found: T[] = [];
  for (let start = 0; start < ids.length; start += atOnce) {
    const answers = await Promise.all(ids.slice(start, start + atOnce).map(read));
    for (const answer of answers) if (answer.ok) found.push(answer.value);
  }
  return found;
}

function distinct(ids: (string | null)[]): string[] {
  return [...new Set(ids.filter((id) => id !== null))];
}
