import { AppError } from "@/lib/errors";
import type { OpenTrainFailure } from "@/lib/opentrain/failures";
import { UpstreamAway } from "@/lib/recorder/upstream/away";

/** Whose token it is, by auth/me of the one upstream it is for. */
export type AskWhose = (
  origin: string,
  token: string,
) => Promise<{ accountKey: string | null } | { failure: OpenTrainFailure }>;

/** Who calls: the address throttles count, and the connection it came in on. */
export type Caller = { address: string; connection: object };

type Known = { accountKey: string | null; askAgainAt: number; until: number };

const knownMs = 5 * 60_000;
/** Asked again a little before, so that nobody has to wait for it. */
const aheadMs = 60_000;
const refusedMs = 15_000;
const mostKnown = 10_000;
/** Under way at once: whoever tries tokens out does it at our pace, and leaves room for the others. */
const mostAsked = { address: 32, all: 128 };

/** Remembered by keyed hash for some minutes; a refusal shortly, and what OpenTrain could not answer not at all. */
export class TokenAccounts {
  readonly #known = new Map<string, Known>();
  readonly #asked = new Map<string, Promise<string | null>>();
  readonly #askedBy = new Map<string, number>();
  /** What came in on a connection last, for as long as it is open: an agent says the same on it all day. */
  readonly #lastOn = new WeakMap<object, { origin: string; token: string; key: string }>();

  constructor(
    private readonly given: { hash: (text: string) => string; askWhose: AskWhose; now: () => number },
  ) {}

  /** Null: OpenTrain takes no such token, or it belongs to no account. */
  accountOf(
    origin: string,
    token: string,
    { address, connection }: Caller,
  ): { key: string; account: string | null | Promise<string | null> } {
    const key = this.#keyOf(origin, token, connection);
    const known = this.#known.get(key);
    const now = this.given.now();
    if (known && known.until > now) {
      if (known.askAgainAt <= now && this.#hasRoom(address)) {
        this.#ask(key, origin, token, address).catch(() => undefined);
      }
      return { key, account: known.accountKey };
    }
    return { key, account: this.#ask(key, origin, token, address) };
  }

  #keyOf(origin: string, token: string, connection: object): string {
    const last = this.#lastOn.get(connection);
    if (last?.token === token && last.origin === origin) return last.key;
    const key = this.given.hash(`${origin}\n${token}`);
    this.#lastOn.set(connection, { origin, token, key });
    return key;
  }

  #hasRoom(address: string): boolean {
    return this.#asked.size < mostAsked.all && (this.#askedBy.get(address) ?? 0) < mostAsked.address;
  }

  #ask(key: string, origin: string, token: string, address: string): Promise<string | null> {
    const under = this.#asked.get(key);
    if (under) return under;
    if (!this.#hasRoom(address)) {
      throw new AppError("RATE_LIMITED", { reason: "too_many_tokens", details: { retryAfterSeconds: 1 } });
    }
    this.#askedBy.set(address, (this.#askedBy.get(address) ?? 0) + 1);
    const asked = this.#learn(key, origin, token).finally(() => {
      this.#asked.delete(key);
      const left = (this.#askedBy.get(address) ?? 1) - 1;
      if (left === 0) this.#askedBy.delete(address);
      else this.#askedBy.set(address, left);
    });
    this.#asked.set(key, asked);
    return asked;
  }

  async #learn(key: string, origin: string, token: string): Promise<string | null> {
    const answer = await this.given.askWhose(origin, token);
    if ("failure" in answer && answer.failure.kind !== "refused") throw away(answer.failure);
    const accountKey = "accountKey" in answer ? answer.accountKey : null;
    this.#known.delete(key);
    for (const [oldest] of this.#known) {
      if (this.#known.size < mostKnown) break;
      this.#known.delete(oldest);
    }
    const until = this.given.now() + (accountKey === null ? refusedMs : knownMs);
    const askAgainAt = accountKey === null ? until : until - aheadMs;
    this.#known.set(key, { accountKey, askAgainAt, until });
    return accountKey;
  }
}

function away(failure: OpenTrainFailure): AppError {
  if (failure.kind === "unreachable" && failure.why === "rate_limited") {
    const retryAfterSeconds = Math.ceil((failure.retryAfterMs ?? 1_000) / 1_000);
    return new AppError("RATE_LIMITED", { reason: "upstream_busy", details: { retryAfterSeconds } });
  }
  const isSlow = failure.kind === "unreachable" && failure.why === "timeout";
  // Nothing of the agent's own call was sent.
  return new UpstreamAway(isSlow ? "late" : "broken", false).toAppError("safe");
}
