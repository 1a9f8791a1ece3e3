import { inspect } from "node:util";
import type { z } from "zod";
import type { UpstreamApproval } from "@/lib/domain/records";
import { clockOffset } from "./clock-offset";
import { garbled, type OpenTrainFailure, unreachable } from "./failures";
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
import { readAnswer } from "./read-answer";
import {
  approvalAnswer,
  contractAnswer,
  contractsAnswer,
  creditsAnswer,
  jobsAnswer,
  meAnswer,
  proposalAnswer,
  updatesAnswer,
} from "./schemas";

/** What came of one call; `clockOffsetMs` is null when the answer carried no date. */
export type Answer<T> =
  | { ok: true; value: T; clockOffsetMs: number | null }
  | { ok: false; failure: OpenTrainFailure; clockOffsetMs: number | null };

export type ClientOptions = {
  origin: string;
  token: string;
  fetch: typeof fetch;
  /** Our clock, in milliseconds. */
  now: () => number;
  /** What was learned before of OpenTrain's clock. */
  clockOffsetMs?: number;
  /** For one try, its body included. */
  timeoutMs?: number;
  /** For all tries of one call together, waits included. */
  budgetMs?: number;
  maxBytes?: number;
  random?: () => number;
  sleep?: (ms: number) => Promise<void>;
};

const PREFIX = ["api", "public", "v1"];
const MAX_RETRIES = 2;
const FIRST_WAIT_MS = 250;
const RETRIED_STATUS = new Set([502, 503, 504]);

type Segments = readonly string[];
type Query = Record<string, string | number | null | undefined>;

/** Reads OpenTrain with one token. The token goes to the one origin given here and comes out nowhere. */
export class OpenTrainClient {
  readonly #origin: string;
  readonly #token: string;
  readonly #options: Required<Omit<ClientOptions, "origin" | "token" | "clockOffsetMs">>;
  #clockOffsetMs: number | null;

  constructor({ origin, token, clockOffsetMs, ...options }: ClientOptions) {
    const url = new URL(origin);
    if (url.protocol !== "https:" && url.protocol !== "http:")
      throw new Error("the origin must be http or https");
    if (!/^[\x21-\x7e]+$/.test(token)) throw new Error("the token holds characters no token has");
    this.#origin = url.origin;
    this.#token = token;
    this.#clockOffsetMs = clockOffsetMs ?? null;
    this.#options = {
      timeoutMs: 10_000,
      budgetMs: 25_000,
      maxBytes: 16 * 1024 * 1024,
      random: Math.random,
      sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
      ...options,
    };
  }

  get origin(): string {
    return this.#origin;
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

  toString(): string {
    return `OpenTrainClient(${this.#origin})`;
  }

  toJSON(): { origin: string } {
    return { origin: this.#origin };
  }

  [inspect.custom](): string {
    return this.toString();
  }

  async #read<S extends z.ZodType, T>(
    segments: Segments,
    query: Query,
    schema: S,
    map: (answer: z.output<S>) => T | null,
  ): Promise<Answer<T>> {
    const url = this.#address(segments, query);
    if (url === null) return { ok: false, failure: garbled("shape", 0), clockOffsetMs: this.#clockOffsetMs };
    const answer = await this.#tryAgain(url);
    if (!answer.ok) return answer;
    const parsed = schema.safeParse(answer.value.json);
    const value = parsed.success ? map(parsed.data) : null;
    const { clockOffsetMs } = answer;
    if (value === null) return { ok: false, failure: garbled("shape", answer.value.status), clockOffsetMs };
    return { ok: true, value, clockOffsetMs };
  }

  /** Built from encoded segments on the one origin; null for a segment that would leave its place. */
  #address(segments: Segments, query: Query): URL | null {
    if (segments.some((segment) => segment === "" || segment === "." || segment === "..")) return null;
    if (segments.some((segment) => /\p{Cs}/u.test(segment))) return null;
    const url = new URL(`/${[...PREFIX, ...segments].map(encodeURIComponent).join("/")}`, this.#origin);
    for (const [name, value] of Object.entries(query)) {
      if (value !== null && value !== undefined) url.searchParams.set(name, String(value));
    }
    return url.origin === this.#origin ? url : null;
  }

  async #tryAgain(url: URL): Promise<Answer<{ json: unknown; status: number }>> {
    const { now, sleep, random, budgetMs } = this.#options;
    const deadline = now() + budgetMs;
    for (let retries = 0; ; retries += 1) {
      const answer = await this.#tryOnce(url, deadline - now());
      if (answer.ok || retries >= MAX_RETRIES || !isWorthAnother(answer.failure)) return answer;
      const asked = answer.failure.kind === "unreachable" ? (answer.failure.retryAfterMs ?? 0) : 0;
      const waitMs = Math.max(asked, FIRST_WAIT_MS * 2 ** retries * (0.5 + random()));
      if (now() + waitMs >= deadline) return answer;
      await sleep(waitMs);
    }
  }

  async #tryOnce(url: URL, leftMs: number): Promise<Answer<{ json: unknown; status: number }>> {
    const { fetch, now, timeoutMs, maxBytes } = this.#options;
    const timeout = AbortSignal.timeout(Math.max(1, Math.min(timeoutMs, leftMs)));
    const sentAt = now();
    try {
      const response = await fetch(url, {
        headers: { Authorization: `Bearer ${this.#token}`, Accept: "application/json" },
        redirect: "manual",
        cache: "no-store",
        signal: timeout,
      });
      const date = response.headers.get("date");
      const offset = clockOffset(date, sentAt, now(), this.#clockOffsetMs);
      this.#clockOffsetMs = offset ?? this.#clockOffsetMs;
      const answer = await readAnswer(response, maxBytes);
      if (!answer.ok) return { ...answer, clockOffsetMs: offset };
      return { ok: true, value: { json: answer.json, status: response.status }, clockOffsetMs: offset };
    } catch {
      // The error is dropped on purpose: it can quote the header that was sent.
      return {
        ok: false,
        failure: unreachable(timeout.aborted ? "timeout" : "network"),
        clockOffsetMs: null,
      };
    }
  }
}

function isWorthAnother(failure: OpenTrainFailure): boolean {
  if (failure.kind !== "unreachable") return false;
  return failure.why === "network" || RETRIED_STATUS.has(failure.status ?? 0);
}

/** A feed that goes back would be followed in a circle. */
function goesBack(from: string | null, to: string | null): boolean {
  return from !== null && to !== null && /^\d+$/.test(from) && BigInt(to) < BigInt(from);
}
