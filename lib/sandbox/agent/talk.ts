import { endsWithin } from "../ends-within";

/** The agents' side of the API: plain calls with their own token, as any agent would make them. */
export type Talk = (call: Call) => Promise<Heard>;

type Call = {
  method: "GET" | "POST";
  path: string;
  body?: unknown;
  /** Why, for whoever decides; said in a header. */
  reason?: string;
};

/** `isKept`: the inbox passed it on and has it. */
export type Heard = { status: number; body: Record<string, unknown>; isKept: boolean };

/** Nobody is there: the inbox is being started, or was stopped. */
export class NobodyThere extends Error {}

/** The inbox does not pass on what this token asks: not yet, or not any more. */
export class NotPassedOn extends Error {}

const TIMEOUT_MS = 10_000;

/** `base`: the inbox, for an agent that works through it, or OpenTrain itself. */
export function talkTo(
  base: string,
  { token, name, signal }: { token: string; name: string; signal: AbortSignal },
): Talk {
  return async ({ method, path, body, reason }) => {
    const response = await fetch(`${base}/api/public/v1${path}`, {
      method,
      headers: {
        authorization: `Bearer ${token}`,
        "x-agent-name": encodeURIComponent(name),
        ...(reason ? { "x-agent-reason": encodeURIComponent(reason) } : {}),
        ...(body === undefined ? {} : { "content-type": "application/json" }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      signal: endsWithin(signal, TIMEOUT_MS),
    }).catch((error: unknown) => {
      throw new NobodyThere(`${method} ${path} reached nobody`, { cause: error });
    });
    const answer = (await response.json()) as Record<string, unknown>;
    const { details } = answer as { details?: { reason?: unknown } };
    if (response.status === 403 && details?.reason === "inbox_not_connected") {
      throw new NotPassedOn(`${method} ${path} was not passed on`);
    }
    const kept = response.headers.get("x-countersign-state");
    return { status: response.status, body: answer, isKept: kept === "stored" || kept === "spooled" };
  };
}

type Named = { id: string; [key: string]: unknown };

/** The rows of a list answer, in the documented shape. Anything but a good answer is tried again later. */
export async function list(talk: Talk, path: string, key: string): Promise<Named[]> {
  const { status, body } = await talk({ method: "GET", path });
  const rows = body[key];
  if (status !== 200 || !Array.isArray(rows)) throw new Error(`GET ${path} answered ${status}`);
  return rows as Named[];
}
