/** What one call came to; `json` is undefined when the answer was none. */
export type Heard = { status: number; headers: Headers; text: string; json: unknown };

export type CallOptions = {
  token: string | null;
  method: string;
  path: string;
  body?: unknown;
};

const longestMs = 15_000;

/** One API call as any client makes it, redirects not followed. A body given as text is sent as it is. */
export async function call(origin: string, { token, method, path, body }: CallOptions): Promise<Heard> {
  const response = await fetch(`${origin}/api/public/v1${path}`, {
    method,
    redirect: "manual",
    signal: AbortSignal.timeout(longestMs),
    headers: {
      accept: "application/json",
      ...(token === null ? {} : { authorization: `Bearer ${token}` }),
      ...(body === undefined ? {} : { "content-type": "application/json" }),
    },
    ...(body === undefined ? {} : { body: typeof body === "string" ? body : JSON.stringify(body) }),
  });
  const text = await response.text();
  return { status: response.status, headers: response.headers, text, json: parsed(text) };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
