import type { Account, Token } from "./state/shapes";

/** Who speaks to the API, and under which address they reached it. */
export type Caller = { account: Account; token: Token; origin: string };
