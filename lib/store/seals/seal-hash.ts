import { createHash } from "node:crypto";
import type { events } from "@/lib/store/schema";
import { canonicalJson } from "./canonical-json";

export type EventRow = typeof events.$inferSelect;
export type Link = { chain: string; sequence: number; previousHash: Buffer };

/** The chain of what belongs to no workspace. */
const installationChain = "00000000-0000-0000-0000-000000000000";
/** What the first seal of a chain follows. */
export const nothingBefore = Buffer.alloc(32);
/** Goes into every hash: a later way to seal gets a number of its own. */
const form = 1;

export function chainOf(event: Pick<EventRow, "workspaceId">): string {
  return event.workspaceId ?? installationChain;
}

/**
 * Over everything the event holds, its place and the seal before it. A person's words are in it by their
 * commitment alone, so that erasing them breaks no seal.
 */
export function sealHash(event: EventRow, { chain, sequence, previousHash }: Link): Buffer {
  const sealed = {
    form,
    chain,
    sequence,
    previousHash: previousHash.toString("hex"),
    ...event,
    at: event.at.toISOString(),
    recordedAt: event.recordedAt.toISOString(),
    textCommitment: event.textCommitment?.toString("hex") ?? null,
  };
  return createHash("sha256").update(canonicalJson(sealed)).digest();
}
