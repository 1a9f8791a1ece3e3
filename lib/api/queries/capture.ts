import { queryOptions } from "@tanstack/react-query";
import type { CaptureState, NewCaptureKey } from "../types";
import { fetchJson } from "./fetch-json";
import { pace } from "./pace";
import { postJson, postNothing } from "./post";

export const captureKeys = { all: ["capture"] as const };

const restMs = 10_000;
/** While somebody waits for a call: nobody tells of those that were nobody's. */
const watchingMs = 2_000;

export function captureQuery({ isWatching = false }: { isWatching?: boolean } = {}) {
  return queryOptions({
    queryKey: captureKeys.all,
    queryFn: ({ signal }) => fetchJson<CaptureState>("/api/capture-keys", { signal }),
    refetchInterval: isWatching ? watchingMs : pace(restMs),
    // They turn to the terminal and back; what arrived meanwhile should stand there.
    refetchIntervalInBackground: isWatching,
  });
}

export function makeCaptureKey(label: string): Promise<NewCaptureKey> {
  return postJson("/api/capture-keys", { label });
}

export function renameCaptureKey({ id, label }: { id: string; label: string }): Promise<void> {
  return postNothing(`/api/capture-keys/${id}/rename`, { body: { label } });
}

export function revokeCaptureKey(id: string): Promise<void> {
  return postNothing(`/api/capture-keys/${id}/revoke`);
}

/** Of the sandbox's agent alone; no other token is ever sent to a browser. */
export function showSandboxToken(): Promise<{ token: string }> {
  return postJson("/api/sandbox-token/show", {});
}

/** Once, and only for the owner: after this the secret is nowhere in clear. */
export function showFirstCaptureKey(): Promise<{ secret: string }> {
  return postJson("/api/capture-key/show", {});
}
