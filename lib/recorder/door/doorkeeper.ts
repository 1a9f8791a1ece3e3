import { isSandboxToken } from "@/lib/domain/sandbox-token";
import { AppError } from "@/lib/errors";
import { bearerOf } from "@/lib/recorder/door/bearer-of";
import type { Places, Roster } from "@/lib/recorder/door/roster";
import type { Caller, TokenAccounts } from "@/lib/recorder/door/token-accounts";
import type { Place } from "@/lib/recorder/keeper";

/** `tokenKey` knows the token again without being it. */
export type Admitted = { place: Place; tokenKey: string };

const apiToken = /^ot_pat_/;

/** Who may pass, and where to: one upstream for each token, and it goes nowhere else. */
export class Doorkeeper {
  constructor(private readonly given: { roster: Roster; accounts: TokenAccounts; realOrigin: string }) {}

  /** Without a promise where everything is known, as it is for nearly every call. */
  admit(authorization: string | undefined, caller: Caller): Admitted | Promise<Admitted> {
    const token = bearerOf(authorization);
    if (token === null) throw new AppError("UNAUTHORIZED", { reason: "agent_token" });
    // Other secrets, ours among them, are nothing OpenTrain should be shown.
    if (!apiToken.test(token)) throw notConnected();
    const places = this.given.roster.current();
    return places instanceof Promise
      ? places.then((known) => this.#admitTo(known, token, caller))
      : this.#admitTo(places, token, caller);
  }

  /** Where calls with this token, or with none, go. */
  originFor(places: Places, token: string | null): string {
    const isSandbox = token !== null && isSandboxToken(token);
    return (isSandbox ? places.sandbox : null) ?? this.given.realOrigin;
  }

  #admitTo(places: Places, token: string, caller: Caller): Admitted | Promise<Admitted> {
    const origin = this.originFor(places, token);
    const { key, account } = this.given.accounts.accountOf(origin, token, caller);
    const admitted = (accountKey: string | null): Admitted | Promise<Admitted> => {
      if (accountKey === null) throw notConnected();
      const place = places.find(origin, accountKey);
      return place ? { place, tokenKey: key } : this.#lookAgain(origin, accountKey, key);
    };
    return account instanceof Promise ? account.then(admitted) : admitted(account);
  }

  /** It may just have been connected. */
  async #lookAgain(origin: string, accountKey: string, tokenKey: string): Promise<Admitted> {
    const place = (await this.given.roster.latest()).find(origin, accountKey);
    if (!place) throw notConnected();
    return { place, tokenKey };
  }
}

function notConnected(): AppError {
  return new AppError("FORBIDDEN", { reason: "inbox_not_connected" });
}
