import { postJson, postNothing } from "./post";

export type ConnectOutcome = "connected" | "reconnected" | "added" | "unchanged";

export function connectToken(given: {
  token: string;
  label: string;
  isAnotherAccount: boolean;
}): Promise<{ outcome: ConnectOutcome }> {
  return postJson("/api/connection/tokens", given);
}

export function replaceToken(id: string, token: string): Promise<void> {
  return postNothing(`/api/connection/tokens/${encodeURIComponent(id)}/replace`, { body: { token } });
}

export function removeToken(id: string): Promise<void> {
  return postNothing(`/api/connection/tokens/${encodeURIComponent(id)}/remove`);
}

export function disconnect(): Promise<void> {
  return postNothing("/api/connection/disconnect");
}
