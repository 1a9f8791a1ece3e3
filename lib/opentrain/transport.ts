import { inspect } from "node:util";
import { type CallBudget, processBudget } from "./call-budget";
import { clockOffset } from "./clock-offset";
import { garbled, type OpenTrainFailure, unreachable } from "./failures";
import { MOST_TRIES, PASSING_STATUSES, REPEATABLE_METHODS } from "./guesses";
import { readAnswer } from "./read-answer";
import { type Call, requestOf } from "./routes";

/** What came of one call; `clockOffsetMs` is null when the answer carried no date. */
export type Answer<T> =
  | { ok: true; value: T; clockOffsetMs: number | null }
  | { ok: false; failure: OpenTrainFailure; clockOffsetMs: number | null };

/** The same of a write; `mayHaveRun`: it may have been done although no answer says so. */
export type WriteAnswer<T> =
  | { ok: true; value: T; clockOffsetMs: number | null }
  | { ok: false; failure: OpenTrainFailure; clockOffsetMs: number | null; mayHaveRun: boolean };

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
  /** Shared by all that call with this token; this process's own unless given. */
  budget?: CallBudget;
  random?: () => number;
  sleep?: (ms: number) => Promise<void>;
};

/** Null for an answer that has not the shape of one. */
type Read<T> = (json: unknown, status: number) => T | null;
type Tried<T> = { answer: Answer<T>; mayHaveRun: boolean };

const FIRST_WAIT_MS = 250;
/** A shorter one would be found where it is not meant; no token of OpenTrain's is that short. */
const SHORTEST_SECRET = 16;

/** Asks one origin with one token. The token goes there and comes out nowhere. */
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
      budget: options.budget ?? processBudget(token),
      random: Math.random,
      sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
      ...options,
    };
  }

  get origin(): string {
    return this.#origin;
  }

  async read<T>(call: Call, read: Read<T>): Promise<Answer<T>> {
    const { answer } = await this.#send(call, read);
    return answer;
  }

  async write<T>(call: Call, read: Read<T>): Promise<WriteAnswer<T>> {
    const { answer, mayHaveRun } = await this.#send(call, read);
    return answer.ok ? answer : { ...answer, mayHaveRun };
  }

  async #send<T>(call: Call, read: Read<T>): Promise<Tried<T>> {
    const request = requestOf(call, this.#origin);
    if (request === null) return { answer: failed(garbled("shape", 0)), mayHaveRun: false };
    const { now, sleep, random, budgetMs, budget } = this.#options;
    const deadline = now() + budgetMs;
    let last: Tried<T> | null = null;
    for (let tries = 1; ; tries += 1) {
      const patienceMs = deadline - now();
      const turnMs = await budget.take(patienceMs);
      if (turnMs > patienceMs) return last ?? { answer: tooManyCalls(turnMs), mayHaveRun: false };
      if (turnMs > 0) await sleep(turnMs);
      last = await this.#tryOnce(request, call.body, read, deadline - now());
      const { answer, mayHaveRun } = last;
      const asked = answer.ok ? null : retryAfterOf(answer.failure);
      if (asked !== null) await budget.rest(asked);
      if (answer.ok || tries >= MOST_TRIES || !isPassing(answer.failure)) return last;
      if (mayHaveRun && !REPEATABLE_METHODS.includes(request.method)) return last;
      const waitMs = (asked ?? 0) + random() * FIRST_WAIT_MS * 2 ** tries;
      if (now() + waitMs >= deadline) return last;
      await sleep(waitMs);
    }
  }

  toString(): string {
    return `OpenTrain at ${this.#origin}`;
  }

  [inspect.custom](): string {
    return this.toString();
  }

  async #tryOnce<T>(
    { method, url }: { method: string; url: URL },
    body: Call["body"],
    read: Read<T>,
    leftMs: number,
  ): Promise<Tried<T>> {
    const { fetch, now, timeoutMs, maxBytes } = this.#options;
    const timeout = AbortSignal.timeout(Math.max(1, Math.min(timeoutMs, leftMs)));
    const sentAt = now();
    try {
      const response = await fetch(url, {
        method,
        headers: {
          Authorization: `Bearer ${this.#token}`,
          Accept: "application/json",
          ...(body ? { "Content-Type": "application/json" } : {}),
        },
        body: body ? JSON.stringify(body) : null,
        redirect: "manual",
        cache: "no-store",
        signal: timeout,
      });
      const answeredAt = now();
      const answered = await readAnswer(response, { maxBytes, hide: (text) => this.#withoutToken(text) });
      const value = answered.ok ? read(answered.json, response.status) : null;
      const failure = answered.ok ? garbled("shape", response.status) : answered.failure;
      // A proxy's page has a clock too, and it is not OpenTrain's.
      const isTheirs = value !== null || isTheirNo(failure);
      const clockOffsetMs = isTheirs ? this.#learnClock(response, sentAt, answeredAt) : null;
      if (value !== null) return { answer: { ok: true, value, clockOffsetMs }, mayHaveRun: true };
      return { answer: { ok: false, failure, clockOffsetMs }, mayHaveRun: !isNo(failure) };
    } catch (error) {
      // The error goes no further: it can quote the header that was sent.
      const failure = unreachable(timeout.aborted ? "timeout" : "network");
      return { answer: failed(failure), mayHaveRun: timeout.aborted || !neverGotOut(error) };
    }
  }

  #learnClock(response: Response, sentAt: number, answeredAt: number): number | null {
    const learned = clockOffset(response.headers.get("date"), sentAt, answeredAt, this.#clockOffsetMs);
    this.#clockOffsetMs = learned ?? this.#clockOffsetMs;
    return learned;
  }

  #withoutToken(text: string): string {
    return this.#token.length < SHORTEST_SECRET ? text : text.replaceAll(this.#token, "[secret]");
  }
}

function failed<T>(failure: OpenTrainFailure): Answer<T> {
  return { ok: false, failure, clockOffsetMs: null };
}

/** Our own budget, not OpenTrain's word: there is no status. */
function tooManyCalls<T>(retryAfterMs: number): Answer<T> {
  return failed(unreachable("rate_limited", { retryAfterMs: Math.ceil(retryAfterMs) }));
}

/** Understood and not done. */
function isNo(failure: OpenTrainFailure): boolean {
  return failure.kind === "refused" || failure.why === "rate_limited";
}

/** Refused or not able to: in OpenTrain's own envelope. */
function isTheirNo(failure: OpenTrainFailure): boolean {
  return failure.kind === "refused" || (failure.kind === "unreachable" && failure.requestId !== null);
}

function retryAfterOf(failure: OpenTrainFailure): number | null {
  return failure.kind === "unreachable" ? failure.retryAfterMs : null;
}

function isPassing(failure: OpenTrainFailure): boolean {
  if (failure.kind !== "unreachable") return false;
  return failure.why === "network" || PASSING_STATUSES.includes(failure.status ?? 0);
}

/** No connection was made, so nothing was asked. */
function neverGotOut(error: unknown): boolean {
  const cause = error instanceof Error ? (error.cause as NodeJS.ErrnoException | undefined) : undefined;
  if (cause instanceof AggregateError) return cause.errors.every((one) => neverConnected(one));
  return neverConnected(cause);
}

function neverConnected(cause: NodeJS.ErrnoException | undefined): boolean {
  const { syscall, code } = cause ?? {};
  return syscall === "connect" || syscall === "getaddrinfo" || code === "UND_ERR_CONNECT_TIMEOUT";
}
