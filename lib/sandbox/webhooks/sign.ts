import { createHmac } from "node:crypto";

/** Made anew for each attempt, since a receiver turns away signatures that are minutes old. */
export function signature(secret: string, seconds: number, body: string): string {
  const hmac = createHmac("sha256", secret).update(`${seconds}.${body}`).digest("hex");
  return `t=${seconds},v1=${hmac}`;
}
