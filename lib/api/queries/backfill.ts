import { postNothing } from "./post";

export function cancelBackfill(): Promise<void> {
  return postNothing("/api/backfill/cancel");
}

export function startBackfill(): Promise<void> {
  return postNothing("/api/backfill/start");
}
