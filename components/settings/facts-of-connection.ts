import type { TokenStanding } from "@/lib/domain/connection-notices";
import type { SyncState } from "@/lib/domain/records";

export type TokenFacts = {
  id: string;
  label: string;
  scopes: string[];
  expiresAt: Date | null;
  standing: TokenStanding;
};

export type ConnectionFacts = {
  kind: "sandbox" | "real";
  origin: string;
  accountName: string | null;
  state: "open" | "disconnected";
  disconnectedAt: Date | null;
  sync: { state: SyncState; lastReadAt: Date | null; problem: string | null };
  tokens: TokenFacts[];
  hearing: {
    way: "webhook" | "by_hand" | "polling";
    lastDeliveryAt: Date | null;
    problem: string | null;
    everyMs: number;
  };
};
