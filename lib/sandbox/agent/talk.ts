/** The agent's side of the API: plain calls with its own token, as any agent would make them. */
export type Talk = (method: "GET" | "POST", path: string, body?: unknown) => Promise<Heard>;

export type Heard = { status: number; body: Record<string, unknown> };

const TIMEOUT_MS = 10_000;

export function talkTo(api: string, token: string, signal: AbortSignal): Talk {
  return async (method, path, body) => {
    const response = await fetch(`${api}/api/public/v1${path}`, {
      method,
      headers: {
        authorization: `Bearer ${token}`,
        ...(body === undefined ? {} : { "content-type": "application/json" }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      signal: AbortSignal.any([signal, AbortSignal.timeout(TIMEOUT_MS)]),
    });
    return { status: response.status, body: (await response.json()) as Record<string, unknown> };
  };
}

type Named = { id: string; [key: string]: unknown };

/** The rows of a list answer, in the documented shape. Anything but a good answer is tried again later. */
export async function list(talk: Talk, path: string, key: string): Promise<Named[]> {
  const { status, body } = await talk("GET", path);
  const rows = body[key];
  if (status !== 200 || !Array.isArray(rows)) throw new Error(`GET ${path} answered ${status}`);
  return rows as Named[];
}
