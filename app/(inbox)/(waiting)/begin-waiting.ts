import "server-only";
import type { Ctx } from "@/lib/services/context";
import { readInbox } from "./read-inbox";
import { readBlocked, readClaims, readUnanswered } from "./read-lists";

/** Starts what the list of an address will ask for. Who asks is given the same answers, and what went wrong. */
export function beginWaiting(ctx: Ctx, address: string | null): void {
  if (!/^\/(\?|$|approvals\/)/.test(address ?? "")) return;
  void Promise.allSettled([readInbox(ctx), readClaims(ctx), readBlocked(ctx), readUnanswered(ctx)]);
}
