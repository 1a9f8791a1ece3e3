import { randomUUID } from "node:crypto";
import type { Keeper, Kept } from "@/lib/recorder/keeper";

type Call = { name: keyof Keeper; with: unknown[] };

/** For tests of the wire: keeps nothing, and knows what it was told in which order. */
export function notingKeeper({ kept = "stored" as Kept, approvalId = null as string | null } = {}): Keeper & {
  calls: Call[];
} {
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
      return { kept, approvalId };
    },
    async failed(begun, ask, why) {
      note("failed", begun, ask, why);
    },
    seen(place, id, answer) {
      note("seen", place, id, answer);
    },
    async stop() {
      note("stop");
    },
  };
}
