import { randomUUID } from "node:crypto";
import type { Became, Keeper, Kept } from "@/lib/recorder/keeper";

type Call = { name: keyof Keeper; with: unknown[] };

/** For tests of the wire: keeps nothing, and knows what it was told in which order. */
export function notingKeeper({
  kept = "stored" as Kept,
  approvalId = null as string | null,
  became = (approvalId === null ? "refused" : "accepted") as Became["became"],
} = {}): Keeper & { calls: Call[] } {
  const calls: Call[] = [];
  const note = (name: keyof Keeper, ...with_: unknown[]) => void calls.push({ name, with: with_ });
  return {
    calls,
    async begin(ask) {
      note("begin", ask);
      return { id: randomUUID(), kept };
    },
    async answered(begun, ask, answer) {
      note("answered", begun, ask, answer);
      return { kept, became, approvalId };
    },
    async failed(begun, ask, why) {
      note("failed", begun, ask, why);
    },
    seen(place, id, answer) {
      note("seen", place, id, answer);
    },
    async settled() {
      note("settled");
    },
    async stop() {
      note("stop");
    },
  };
}
