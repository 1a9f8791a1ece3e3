import type { Approval } from "@/lib/api/types";

/** A row on the screen. `isGone`: it left the list and is still there to say where it went. */
export type Entry = { approval: Approval; isGone: boolean; isNew: boolean };

/** What is on the screen, and what is there to be shown. */
export type Steady = { entries: readonly Entry[]; waiting: readonly Approval[] };

/** More at once are no news of each: they go without a word. */
const MOST_GONE = 8;

export function beginWith(live: readonly Approval[]): Steady {
  return { entries: live.map((approval) => ({ approval, isGone: false, isNew: false })), waiting: [] };
}

/**
 * The list after a change. While it is held nothing moves: what is new waits, and the order stays. What left stays
 * in its place for a while in either case, so that nothing jumps up under a finger.
 */
export function steadied(before: Steady, live: readonly Approval[], isHeld: boolean): Steady {
  const now = new Map(live.map((approval) => [approval.id, approval]));
  const known = new Map(before.entries.map((entry) => [entry.approval.id, entry]));
  const leaving = before.entries.filter(({ approval, isGone }) => !isGone && !now.has(approval.id));
  const mayStay = (entry: Entry) => entry.isGone || leaving.length <= MOST_GONE;
  if (isHeld) {
    const entries = before.entries.flatMap((entry): Entry[] => {
      const approval = now.get(entry.approval.id);
      if (approval) return [same(entry, { ...entry, approval, isGone: false })];
      return mayStay(entry) ? [same(entry, { ...entry, isGone: true })] : [];
    });
    return { entries, waiting: live.filter(({ id }) => !known.has(id)) };
  }
  const entries = live.map((approval): Entry => {
    const entry = known.get(approval.id);
    return entry
      ? same(entry, { approval, isGone: false, isNew: entry.isNew })
      : { approval, isGone: false, isNew: before.entries.length > 0 };
  });
  let previous: string | null = null;
  for (const entry of before.entries) {
    const { id } = entry.approval;
    if (!now.has(id) && mayStay(entry)) {
      const after = previous === null ? -1 : entries.findIndex(({ approval }) => approval.id === previous);
      entries.splice(after + 1, 0, same(entry, { ...entry, isGone: true }));
    }
    if (now.has(id) || mayStay(entry)) previous = id;
  }
  return { entries, waiting: [] };
}

/** Without those that have said where they went. */
export function without(before: Steady, ids: ReadonlySet<string>): Steady {
  return {
    ...before,
    entries: before.entries.filter(({ approval, isGone }) => !isGone || !ids.has(approval.id)),
  };
}

/** The very same where nothing changed, so that its row is not drawn again. */
function same(before: Entry, after: Entry): Entry {
  const isSame =
    before.approval === after.approval && before.isGone === after.isGone && before.isNew === after.isNew;
  return isSame ? before : after;
}
