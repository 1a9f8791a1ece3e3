import { isApiFailure } from "./api-failure";
import { fetchJson, fetchNothing } from "./fetch-json";

let token: Promise<string> | null = null;

/** The form token, asked for once and kept; a click that leaves must not wait for it. */
export function csrfToken(): Promise<string> {
  token ??= fetchJson<{ csrfToken: string }>("/api/auth/csrf").then(
    (answer) => answer.csrfToken,
    (error: unknown) => {
      token = null;
      throw error;
    },
  );
  return token;
}

export function postJson<T>(path: string, body: unknown): Promise<T> {
  return withToken((csrf) => fetchJson<T>(path, request(csrf, body)));
}

export function postNothing(
  path: string,
  { keepalive = false, body = {} }: { keepalive?: boolean; body?: unknown } = {},
): Promise<void> {
  return withToken((csrf) => fetchNothing(path, { ...request(csrf, body), keepalive }));
}

function request(csrf: string, body: unknown): RequestInit {
  return {
    method: "POST",
    headers: { "Content-Type": "application/json", "X-CSRF-Token": csrf },
    body: JSON.stringify(body),
  };
}

/** A token may have outlived its cookie; one fresh one is worth a try. */
async function withToken<T>(send: (csrf: string) => Promise<T>): Promise<T> {
  try {
    return await send(await csrfToken());
  } catch (error) {
    if (!isApiFailure(error) || error.reason !== "csrf") throw error;
    token = null;
    return send(await csrfToken());
  }
}
