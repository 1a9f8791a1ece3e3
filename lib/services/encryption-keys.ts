import { getEnv } from "@/lib/env";
import { AppError } from "@/lib/errors";

export function encryptionKeys(): string {
  const keys = getEnv().ENCRYPTION_KEYS;
  if (!keys) throw new AppError("UNAVAILABLE", { logMessage: "ENCRYPTION_KEYS is not set" });
  return keys;
}
