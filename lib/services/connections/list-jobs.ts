import type { Answer } from "@/lib/opentrain/client";
import type { OpenTrainFailure } from "@/lib/opentrain/failures";
import type { UpstreamJob } from "@/lib/opentrain/map";
import type { Reader } from "@/lib/services/connections/open-reader";

type JobsPage = { jobs: UpstreamJob[]; nextCursor: string | null };

const mostPages = 10;

/** Every job's title, page by page; the failure when the first page already failed. */
export async function listJobs(
  reader: Reader,
): Promise<{ jobs: UpstreamJob[] } | { failure: OpenTrainFailure }> {
  const jobs = new Map<string, UpstreamJob>();
  let cursor: string | null = null;
  for (let page = 0; page < mostPages; page++) {
    const from: string | null = cursor;
    const answer: Answer<JobsPage> = await reader.read((client) => client.listJobs({ cursor: from }));
    if (!answer.ok) return page === 0 ? { failure: answer.failure } : { jobs: [...jobs.values()] };
    for (const job of answer.value.jobs) jobs.set(job.id, job);
    cursor = answer.value.nextCursor;
    if (cursor === null || cursor === from) break;
  }
  return { jobs: [...jobs.values()] };
}
