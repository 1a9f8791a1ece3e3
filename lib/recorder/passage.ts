import type { IncomingMessage, ServerResponse } from "node:http";

/** One request of an agent, as the server in front took it in. */
export type Passage = {
  req: IncomingMessage;
  res: ServerResponse;
  requestId: string;
  /** The address throttles count. */
  address: string;
  /** As they were sent; the query begins with its question mark, or is empty. */
  path: string;
  search: string;
  /** What every answer carries here, names and values by turns. */
  shield: readonly string[];
};
