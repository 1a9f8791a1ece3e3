"use client";

import { phaseAt } from "@/lib/domain/phase";
import type { Phase } from "@/lib/domain/records";
import { useAtNow } from "./clock";

export type Timed = { phase: Phase; expiresAt: string | null };

/** The phase as the clock moves it on; seconds are looked at only in the last hour. */
export function usePhase({ phase, expiresAt }: Timed): Phase {
  const ends = expiresAt === null ? null : new Date(expiresAt);
  return useAtNow((now) => phaseAt(phase, ends, now));
}
