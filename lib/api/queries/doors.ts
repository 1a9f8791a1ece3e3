import { ApiFailure } from "./api-failure";
import { csrfToken, postJson } from "./post";

export type SetupInput = {
  secret: string;
  email: string;
  password: string;
  name: string;
  timeZone: string;
};

export function setUp(input: SetupInput): Promise<{ signedIn: true }> {
  return postJson("/api/setup", input);
}

/** The standard next-auth endpoint, so that scripts and people sign in the same way. */
export async function signIn(email: string, password: string): Promise<void> {
  const response = await authPost("/api/auth/callback/credentials", { email, password });
  if (response.status === 429) {
    throw new ApiFailure(429, { code: "RATE_LIMITED" }, response.headers.get("retry-after"));
  }
  const answer = (await response.json().catch(() => null)) as { url?: string } | null;
  const isRefused = typeof answer?.url === "string" && new URL(answer.url).searchParams.has("error");
  if (!response.ok || isRefused || answer === null) throw new ApiFailure(401, { code: "UNAUTHORIZED" });
}

export async function signOut(): Promise<void> {
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
