import type { IncomingMessage, ServerResponse } from "node:http";

/** One request on our own server, with what was decided about it before any handler runs. */
export type Exchange = {
  req: IncomingMessage;
  res: ServerResponse;
  requestId: string;
  /** Of this answer's content security policy. */
  nonce: string;
  /** The address throttles count, by TRUST_PROXY. */
  address: string;
  /** The row of the table that answers, once one was found. */
  route: string | null;
  path: string;
  search: string;
  params: Record<string, string>;
};

export type Handler = (exchange: Exchange) => Promise<void>;
