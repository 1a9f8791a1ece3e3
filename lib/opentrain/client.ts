import type { z } from "zod";
import type { UpstreamApproval } from "@/lib/domain/records";
import { garbled } from "./failures";
import { JOBS_PAGE, UPDATES_PAGE } from "./guesses";
import {
  type Me,
  mapApproval,
  mapContract,
  mapCredits,
  mapJobs,
  mapMe,
  mapProposal,
  mapUpdates,
  type Updates,
  type UpstreamContract,
  type UpstreamCredits,
  type UpstreamJob,
  type UpstreamProposal,
} from "./map";
import {
  approvalAnswer,
  contractAnswer,
  contractsAnswer,
  creditsAnswer,
  jobsAnswer,
  meAnswer,
  proposalAnswer,
  teamAnswer,
  tokensAnswer,
  updatesAnswer,
} from "./schemas";
import { type Answer, type ClientOptions, type Query, Transport } from "./transport";

export type { Answer, ClientOptions } from "./transport";

/** OpenTrain's reads, each translated or a failure of the closed set. */
export class OpenTrainClient {
  readonly #transport: Transport;

  constructor(options: ClientOptions) {
    this.#transport = new Transport(options);
  }

  get origin(): string {
    return this.#transport.origin;
  }

  getApproval(id: string): Promise<Answer<UpstreamApproval>> {
    return this.#read(["approvals", id], {}, approvalAnswer, ({ approval }) =>
      approval.id === id ? mapApproval(approval) : null,
    );
  }

  listContracts(
    query: { status?: "active" | "ended"; jobId?: string } = {},
  ): Promise<Answer<{ contracts: UpstreamContract[]; setAside: number }>> {
    return this.#read(["contracts"], query, contractsAnswer, ({ contracts }) => ({
      contracts: contracts.items.map(mapContract),
      setAside: contracts.setAside,
    }));
  }

  getContract(id: string): Promise<Answer<UpstreamContract>> {
    return this.#read(["contracts", id], {}, contractAnswer, ({ contract }) =>
      contract.id === id ? mapContract(contract) : null,
    );
  }

  getCredits(): Promise<Answer<UpstreamCredits>> {
    return this.#read(["credits"], {}, creditsAnswer, mapCredits);
  }

  getProposal(id: string): Promise<Answer<UpstreamProposal>> {
    return this.#read(["proposals", id], {}, proposalAnswer, (answer) =>
      answer.proposal.id === id ? mapProposal(answer) : null,
    );
  }

  listJobs(
    query: { cursor?: string | null; limit?: number } = {},
  ): Promise<Answer<{ jobs: UpstreamJob[]; nextCursor: string | null; setAside: number }>> {
    return this.#read(["jobs", "mine"], { limit: JOBS_PAGE, ...query }, jobsAnswer, mapJobs);
  }

  /** Events after the cursor, oldest first; without one from the beginning. */
  getUpdates(query: { cursor?: string | null; limit?: number } = {}): Promise<Answer<Updates>> {
    return this.#read(["updates"], { limit: UPDATES_PAGE, ...query }, updatesAnswer, (answer) =>
      goesBack(query.cursor ?? null, answer.nextCursor) ? null : mapUpdates(answer),
    );
  }

  getMe(): Promise<Answer<Me>> {
    return this.#read(["auth", "me"], {}, meAnswer, mapMe);
  }

  /** The account's tokens, with when each runs out. */
  listTokens(): Promise<Answer<{ tokens: { id: string; expiresAt: Date | null }[] }>> {
    return this.#read(["tokens"], {}, tokensAnswer, ({ tokens }) => ({ tokens: tokens.items }));
  }

  /** The organization's own name, which auth/me does not tell. */
  getOrganizationName(): Promise<Answer<string>> {
    return this.#read(["team"], {}, teamAnswer, ({ team }) => team.organization?.name ?? null);
  }

  async #read<S extends z.ZodType, T>(
    segments: readonly string[],
    query: Query,
    schema: S,
    map: (answer: z.output<S>) => T | null,
  ): Promise<Answer<T>> {
    const answer = await this.#transport.get(segments, query);
    if (!answer.ok) return answer;
    const { clockOffsetMs } = answer;
    const parsed = schema.safeParse(answer.value.json);
    const value = parsed.success ? map(parsed.data) : null;
    if (value === null) {
      return { ok: false, failure: garbled("shape", answer.value.status), clockOffsetMs: null };
    }
    return { ok: true, value, clockOffsetMs };
  }
}

/** A feed that goes back would be followed in a circle. */
function goesBack(from: string | null, to: string | null): boolean {
  return from !== null && to !== null && /^\d+$/.test(from) && BigInt(to) < BigInt(from);
}
