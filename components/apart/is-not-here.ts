import { isApiFailure } from "@/lib/api/queries/api-failure";

/** A workspace without an account has no such list: no failure to show. Any other refusal is one. */
export function isNotHere(error: unknown): boolean {
  return isApiFailure(error) && (error.reason === "not_yet" || error.reason === "not_connected");
}
