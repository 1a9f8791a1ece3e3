import { isObject } from "../actions/hire-terms";
import { parseDate } from "../clock";
import { badField, Refusal } from "../refusal";
import { isScope, SCOPES } from "../scopes";

const MAX_NAME = 120;

type WantedToken = { name: string; scopes: string[]; expiresAt: number | null };

/** What is not said falls back: a plain name, the caller's own scopes, no end. */
export function parseWantedToken(body: unknown, own: { scopes: string[]; now: number }): WantedToken {
  if (body !== undefined && !isObject(body)) throw badField("body");
  const { name = "API token", scopes = own.scopes, expiresAt = null } = body ?? {};
  if (typeof name !== "string" || name.trim() === "" || name.length > MAX_NAME) throw badField("name");
  if (!Array.isArray(scopes)) throw badField("scopes");
  const unknownScopes = scopes.filter((scope) => !isScope(scope));
  if (unknownScopes.length > 0) {
    throw new Refusal("BAD_REQUEST", "Some scopes are unknown.", { unknownScopes, supportedScopes: SCOPES });
  }
  const ends = typeof expiresAt === "string" ? parseDate(expiresAt) : null;
  if (ends === undefined || (expiresAt !== null && ends === null) || (ends !== null && ends <= own.now)) {
    throw badField("expiresAt");
  }
  return { name, scopes: [...new Set(scopes.filter(isScope))], expiresAt: ends };
}
