import { randomUUID } from "node:crypto";
import { passFailpoint } from "@/lib/failpoint";
import { giveUpLease, hearWanted, holdsLease, renewLease, takeLease } from "@/lib/store/leases";
import type { Db, Tx } from "@/lib/store/pool";

/**
 * How long nobody else may take over from one that says nothing any more: killed, frozen, or on a host that
 * vanished while its database session lingers.
 */
export const LEASE_MS = 10_000;
const renewalsInOne = 4;

/** Somebody else is at it by now: what we were about to write down is theirs. */
export class LeaseLost extends Error {
  constructor(name: string) {
    super(`the lease on ${name} is somebody else's`);
    this.name = "LeaseLost";
  }
}

export type Lease = {
  /** By our own clock, without asking. */
  isOurs: () => boolean;
  /** In the transaction of a write: throws where it is not ours, and keeps it ours until the write is decided. */
  demand: (tx: Tx) => Promise<void>;
  /** Whether somebody came for it since that was last asked: what they came for is ours to do now. */
  isWanted: () => Promise<boolean>;
};

type Outcome<T> = { did: true; value: T; isWanted: boolean } | { did: false; freeInMs: number };

/** Works while nobody else does under this name, in any process; or says when to come back. */
export async function whileHolding<T>(
  db: Db,
  name: string,
  work: (lease: Lease) => Promise<T>,
  leaseMs: number = LEASE_MS,
): Promise<Outcome<T>> {
  const held = { name, holder: randomUUID() };
  let renewedAt = performance.now();
  const taken = await takeLease(db, held, leaseMs);
  if (!taken.isOurs) return { did: false, freeInMs: taken.freeInMs };
  passFailpoint("lease-held");
  let isLost = false;
  const renew = async () => {
    const askedAt = performance.now();
    if (await renewLease(db, held, leaseMs)) renewedAt = askedAt;
    else isLost = true;
  };
  // The database may be away for a moment; the lease runs on meanwhile.
  const timer = setInterval(() => void renew().catch(() => undefined), leaseMs / renewalsInOne);
  const isOurs = () => !isLost && performance.now() - renewedAt < leaseMs;
  const demand = async (tx: Tx) => {
    if (!isOurs() || !(await holdsLease(tx, held))) throw new LeaseLost(name);
  };
  try {
    const value = await work({ isOurs, demand, isWanted: () => hearWanted(db, held) });
    clearInterval(timer);
    return { did: true, value, isWanted: await giveUpLease(db, held).catch(() => false) };
  } catch (error) {
    clearInterval(timer);
    await giveUpLease(db, held).catch(() => undefined);
    throw error;
  }
}
