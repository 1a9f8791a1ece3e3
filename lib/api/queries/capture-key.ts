import { postJson } from "./post";

/** Once, and only for the owner: after this the secret is nowhere in clear. */
export function showCaptureKey(): Promise<{ secret: string }> {
  return postJson("/api/capture-key/show", {});
}
