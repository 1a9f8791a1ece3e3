import { inspect } from "node:util";
import { clockOffset } from "./clock-offset";
import { garbled, type OpenTrainFailure, unreachable } from "./failures";
import { readAnswer } from "./read-answer";

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

export type Query = Record<string, string | number | null | undefined>;
type Json = { json: unknown; status: number };

const PREFIX = ["api", "public", "v1"];
const MAX_RETRIES = 2;
const FIRST_WAIT_MS = 250;
const RETRIED_STATUS = new Set([502, 503, 504]);

/** Gets JSON from one origin with one token. The token goes there and comes out nowhere. */
export class Transport {
  readonly #origin: string;
  readonly #token: string;
  readonly #options: Required<Omit<ClientOptions, "origin" | "token" | "clockOffsetMs">>;
  #clockOffsetMs: number | null;

  constructor({ origin, token, clockOffsetMs, ...options }: ClientOptions) {
    const url = new URL(origin);
    if (url.protocol !== "https:" && url.protocol !== "http:") {
      throw new Error("the origin must be http or https");
    }
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

  async get(segments: readonly string[], query: Query): Promise<Answer<Json>> {
    const url = this.#address(segments, query);
    if (url === null) return { ok: false, failure: garbled("shape", 0), clockOffsetMs: null };
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

  toString(): string {
    return `OpenTrain at ${this.#origin}`;
  }

  [inspect.custom](): string {
    return this.toString();
  }

  /** Built from encoded segments on the one origin; null for a segment that would leave its place. */
  #address(segments: readonly string[], query: Query): URL | null {
    if (segments.some((segment) => segment === "" || segment === "." || segment === "..")) return null;
    if (segments.some((segment) => /\p{Cs}/u.test(segment))) return null;
    const url = new URL(`/${[...PREFIX, ...segments].map(encodeURIComponent).join("/")}`, this.#origin);
    for (const [name, value] of Object.entries(query)) {
      if (value !== null && value !== undefined) url.searchParams.set(name, String(value));
    }
    return url.origin === this.#origin ? url : null;
  }

  async #tryOnce(url: URL, leftMs: number): Promise<Answer<Json>> {
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
      const answeredAt = now();
      const answer = await readAnswer(response, maxBytes);
      // A proxy's error page has a clock too, and it is not OpenTrain's.
      if (!answer.ok && !isTheirs(answer.failure)) return { ...answer, clockOffsetMs: null };
      const clockOffsetMs = clockOffset(
        response.headers.get("date"),
        sentAt,
        answeredAt,
        this.#clockOffsetMs,
      );
      this.#clockOffsetMs = clockOffsetMs ?? this.#clockOffsetMs;
      if (!answer.ok) return { ...answer, clockOffsetMs };
      return { ok: true, value: { json: answer.json, status: response.status }, clockOffsetMs };
    } catch {
      // The error is dropped on purpose: it can quote the header that was sent.
      const failure = unreachable(timeout.aborted ? "timeout" : "network");
      return { ok: false, failure, clockOffsetMs: null };
    }
  }
}

/** Refused or not able to: in OpenTrain's own envelope. */
function isTheirs(failure: OpenTrainFailure): boolean {
  return failure.kind === "refused" || (failure.kind === "unreachable" && failure.requestId !== null);
}

function isWorthAnother(failure: OpenTrainFailure): boolean {
  if (failure.kind !== "unreachable") return false;
  return failure.why === "network" || RETRIED_STATUS.has(failure.status ?? 0);
}
