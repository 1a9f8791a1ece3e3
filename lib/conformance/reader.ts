import { call, type Heard } from "./call";
import { at } from "./look";

/** Why a case has nothing to look at in the account it was given. */
export class NothingToSee extends Error {}

/** Somebody who only reads, with one token, in an account that is as it is. */
export class Reader {
  readonly #kept = new Map<string, Promise<Heard>>();

  constructor(
    readonly origin: string,
    private readonly token: string,
  ) {}

  get(path: string): Promise<Heard> {
    return call(this.origin, { token: this.token, method: "GET", path });
  }

  /** This account has nothing to try the claim on. */
  nothing(why: string): never {
    throw new NothingToSee(why);
  }

  /** The first of a list that the account holds, asked for once. */
  async first(listPath: string, field: string): Promise<unknown> {
    const asked = this.#kept.get(listPath) ?? this.get(listPath);
    this.#kept.set(listPath, asked);
    const [found] = (at((await asked).json, field) as unknown[] | undefined) ?? [];
    if (found === undefined) throw new NothingToSee(`nothing in ${field} of GET ${listPath}`);
    return found;
  }
}
