import { getEnv } from "@/lib/env";

/** Resolved by whoever started us: given, or generated into DATA_DIR. */
export function authSecret(): string {
  const secret = getEnv().AUTH_SECRET;
  if (!secret) throw new Error("AUTH_SECRET was not handed to this process");
  return secret;
}
