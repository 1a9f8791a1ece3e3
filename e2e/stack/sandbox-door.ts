/** The control door of the sandbox, which takes JSON from this machine and nothing from a browser. */
export async function callDoor<T>(
  origin: string,
  method: "GET" | "POST" | "DELETE",
  path: string,
  body?: object,
): Promise<T> {
  const response = await fetch(`${origin}/_sandbox${path}`, {
    method,
    headers: { "content-type": "application/json" },
    ...(method === "POST" ? { body: JSON.stringify(body ?? {}) } : {}),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`${method} /_sandbox${path}: ${response.status} ${text}`);
  return JSON.parse(text) as T;
}
