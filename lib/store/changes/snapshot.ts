/**
 * What a reader has seen, as PostgreSQL itself tells it: every transaction before `xmin`, and of those before
 * `xmax` all but the ones that were still running. Numbers alone would not do: a smaller one may be committed
 * later.
 */
export type Snapshot = { xmin: bigint; xmax: bigint; running: ReadonlySet<bigint> };

const shape = /^(\d{1,19}):(\d{1,19}):((?:\d{1,19}(?:,\d{1,19})*)?)$/;

/** Null for what PostgreSQL would not take for a snapshot of its own. */
export function parseSnapshot(text: string): Snapshot | null {
  const [, xmin, xmax, list] = shape.exec(text) ?? [];
  if (xmin === undefined || xmax === undefined || list === undefined) return null;
  const running = list === "" ? [] : list.split(",").map(BigInt);
  const [least, end] = [BigInt(xmin), BigInt(xmax)];
  const isInOrder = running.every((id, at) => id >= (running[at - 1] ?? least - 1n) + 1n && id < end);
  return least > 0n && least <= end && isInOrder
    ? { xmin: least, xmax: end, running: new Set(running) }
    : null;
}

/** Whether what that transaction did was there to be seen. */
export function isSeen(snapshot: Snapshot, madeIn: string): boolean {
  const id = BigInt(madeIn);
  return id < snapshot.xmin || (id < snapshot.xmax && !snapshot.running.has(id));
}
