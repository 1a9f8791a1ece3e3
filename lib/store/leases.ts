import { and, eq, gt, sql } from "drizzle-orm";
import type { Db, Tx } from "@/lib/store/pool";
import { leases } from "@/lib/store/schema";

const after = (ms: number) => sql`clock_timestamp() + make_interval(secs => ${ms / 1000}::float8)`;
const now = sql`clock_timestamp()`;

type Held = { name: string; holder: string };

/** Whether it is ours now; else how long the one who has it may keep it, who learns that we came. */
export async function takeLease(
  db: Db,
  { name, holder }: Held,
  ms: number,
): Promise<{ isOurs: true } | { isOurs: false; freeInMs: number }> {
  const heldUntil = after(ms);
  const taken = await db
    .insert(leases)
    .values({ name, holder, heldUntil, wanted: false })
    .onConflictDoUpdate({
      target: leases.name,
      set: { holder, heldUntil, wanted: false },
      // One further off than a lease is long was taken before the database's clock went back.
      setWhere: sql`${leases.heldUntil} <= ${now} or ${leases.heldUntil} > ${after(2 * ms)}`,
    })
    .returning({ name: leases.name });
  if (taken.length > 0) return { isOurs: true };
  const [other] = await db
    .update(leases)
    .set({ wanted: true })
    .where(eq(leases.name, name))
    .returning({
      freeInMs: sql<number>`greatest(0, extract(epoch from ${leases.heldUntil} - ${now}) * 1000)::float8`,
    });
  return { isOurs: false, freeInMs: other?.freeInMs ?? 0 };
}

/** False when somebody else has it by now: whatever we were doing is theirs. */
export async function renewLease(db: Db, { name, holder }: Held, ms: number): Promise<boolean> {
  const kept = await db
    .update(leases)
    .set({ heldUntil: after(ms) })
    .where(and(eq(leases.name, name), eq(leases.holder, holder), gt(leases.heldUntil, now)))
    .returning({ name: leases.name });
  return kept.length > 0;
}

/** In the transaction of what is done under it: nobody takes it over before that is decided. */
export async function holdsLease(tx: Tx, { name, holder }: Held): Promise<boolean> {
  const found = await tx
    .select({ name: leases.name })
    .from(leases)
    .where(and(eq(leases.name, name), eq(leases.holder, holder), gt(leases.heldUntil, now)))
    .for("share");
  return found.length > 0;
}

/** Whether somebody came for it since that was last asked; from here on that is ours to answer. */
export async function hearWanted(db: Db, { name, holder }: Held): Promise<boolean> {
  const heard = await db
    .update(leases)
    .set({ wanted: false })
    .where(and(eq(leases.name, name), eq(leases.holder, holder), leases.wanted))
    .returning({ name: leases.name });
  return heard.length > 0;
}

/** Whether somebody came for it meanwhile. */
export async function giveUpLease(db: Db, { name, holder }: Held): Promise<boolean> {
  const [given] = await db
    .delete(leases)
    .where(and(eq(leases.name, name), eq(leases.holder, holder)))
    .returning({ wanted: leases.wanted });
  return given?.wanted ?? false;
}
