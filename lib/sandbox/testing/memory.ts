import { callProcess, type Started } from "./real-process";

export type Event = { id: string; type: string; data: { approvalId?: string; status?: string } };

export type Truth = {
  now: string;
  approvals: { id: string; status: string }[];
  contracts: {
    proposalId: string;
    milestones: { id: string; name: string; status: string; amountUsd: number }[];
  }[];
  credits: { availableCents: number; books: Record<string, number> };
  events: Event[];
  deliveries: { id: string; webhookId: string; eventId: string; state: string }[];
};

export type Received = { delivery: string; event: string; body: string };

/** What one account has answered. A state is "unsure" while a question about it has no answer. */
export type Remembered = {
  accountId: string;
  owner: string;
  tokens: string[];
  approvals: Map<string, string>;
  webhooks: Map<string, string>;
  topUps: Map<string, string>;
  milestones: string[];
  /** Deliveries once told to be made, and how often each had come by then. */
  delivered: Map<string, number>;
  now: number;
};

export type Memory = {
  accounts: Remembered[];
  received: Received[];
  /** Every event ever seen, in the feed or delivered. */
  events: Map<string, string>;
  spelling: string;
};

export async function askDoor<T>(sandbox: Started, method: string, path: string, body?: object): Promise<T> {
  const response = await fetch(`http://127.0.0.1:${sandbox.port}/_sandbox${path}`, {
    method,
    headers: { "content-type": "application/json" },
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`${path}: ${response.status} ${text}`);
  return JSON.parse(text) as T;
}

export async function askApi<T>(
  sandbox: Started,
  token: string,
  method: string,
  path: string,
  body?: object,
): Promise<T> {
  const heard = await callProcess<T>(sandbox, token, method, path, body);
  if (heard.status >= 300) throw new Error(`${path}: ${heard.status} ${JSON.stringify(heard.body)}`);
  return heard.body;
}

export function truthOf(sandbox: Started, accountId: string): Promise<Truth> {
  return askDoor<Truth>(sandbox, "GET", `/truth?accountId=${accountId}`);
}
