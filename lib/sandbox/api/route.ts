import type { Caller } from "../caller";
import { Refusal } from "../refusal";
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

export type Route = {
  method: "GET" | "POST" | "DELETE";
  path: string;
  gate: Gate;
  run: (tx: Transaction, call: ApiCall) => Answer;
};

export function parseBody(text: string): unknown {
  if (text.trim() === "") return undefined;
  try {
    return JSON.parse(text);
  } catch {
    throw new Refusal("BAD_REQUEST", "The request body is not JSON.", { field: "body" });
  }
}
