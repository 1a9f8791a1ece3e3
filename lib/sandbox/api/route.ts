import type { Caller } from "../caller";
import type { Transaction } from "../state/transaction";
import type { Answer } from "./answer";
import type { Gate } from "./gate";

export type ApiCall = {
  caller: Caller;
  /** The one id in the path, or the empty string. */
  id: string;
  query: URLSearchParams;
  /** Parsed when asked for, since the gates come before a bad body. */
  body: () => unknown;
};

type Method = "GET" | "POST" | "PATCH" | "DELETE";

export type Route = {
  method: Method;
  path: string;
  gate: Gate;
  /** The name of the path's id, where the documents call leaving it out a bad request. */
  needs?: string;
  run: (tx: Transaction, call: ApiCall) => Answer;
};

/** Answers anyone, without a token. */
export type PublicRoute = {
  method: Method;
  path: string;
  run: (tx: Transaction, call: Pick<ApiCall, "id" | "query"> & { origin: string }) => Answer;
};
