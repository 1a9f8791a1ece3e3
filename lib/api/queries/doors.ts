import type { ApiError } from "../types";
import { ApiFailure } from "./api-failure";
import { stopAsking } from "./fetch-json";
import { csrfToken, postJson } from "./post";

export type SetupInput = {
  secret: string;
  email: string;
  password: string;
  name: string;
};

export function setUp(input: SetupInput): Promise<{ signedIn: true }> {
  return postJson("/api/setup", input);
}

export type LinkOpens = { opens: "set_up" } | { opens: "new_password"; email: string };

export function lookAtLink(secret: string): Promise<LinkOpens> {
  return postJson("/api/setup/look", { secret });
}

export function takeNewPassword(secret: string, password: string): Promise<{ signedIn: true }> {
  return postJson("/api/setup/reset", { secret, password });
}

/** The standard next-auth endpoint, so that scripts and people sign in the same way. */
export async function signIn(email: string, password: string): Promise<void> {
  const response = await authPost("/api/auth/callback/credentials", { email, password });
  const answer: unknown = await response.json().catch(() => null);
  const said = typeof answer === "object" && answer !== null ? answer : {};
  if ("code" in said) {
    throw new ApiFailure(response.status, said as ApiError, response.headers.get("retry-after"));
  }
  const url = "url" in said && typeof said.url === "string" ? said.url : null;
  const isIn = response.ok && url !== null && !new URL(url, window.location.href).searchParams.has("error");
  if (!isIn) throw new ApiFailure(401, { code: "UNAUTHORIZED" });
}

export async function signOut(): Promise<void> {
  await csrfToken();
  stopAsking();
  await authPost("/api/auth/signout", {});
}

async function authPost(path: string, fields: Record<string, string>): Promise<Response> {
  const csrf = await csrfToken();
  return fetch(path, {
    method: "POST",
    credentials: "same-origin",
    headers: { "X-CSRF-Token": csrf },
    body: new URLSearchParams({ ...fields, csrfToken: csrf, json: "true", callbackUrl: "/" }),
  }).catch(() => {
    throw new ApiFailure(0, null);
  });
}
