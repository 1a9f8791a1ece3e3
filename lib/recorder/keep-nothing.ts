import type { Keeper } from "@/lib/recorder/keeper";

/** Passes everything on and says of everything that it was not kept. */
export const keepNothing: Keeper = {
  begin: async () => ({ id: "", kept: "not-stored" }),
  answered: async () => ({ kept: "not-stored", became: "unknown", approvalId: null }),
  failed: async () => undefined,
  seen: () => undefined,
  settled: async () => undefined,
  stop: async () => undefined,
};
