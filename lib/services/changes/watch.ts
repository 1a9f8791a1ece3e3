import { listen } from "@/lib/store/changes/listen";
import { type Position, type Reading, readChanges } from "@/lib/store/changes/read";
import { isSeen, parseSnapshot } from "@/lib/store/changes/snapshot";
import { findLiveSessions } from "@/lib/store/people/live-sessions";

export type { Change, Position, Reading } from "@/lib/store/changes/read";

/** What the streams of a web know of the database. Whose they are is asked again before each telling. */
export type Watch = {
  read: (since: Position | null, workspaceIds: readonly string[]) => Promise<Reading>;
  liveSessions: (sessionIds: readonly string[]) => Promise<Map<string, string>>;
  close: () => Promise<void>;
};

export type Heard = { onChanges: () => void; onRights: () => void; onEnd: () => void };

export async function openWatch(heard: Heard, url?: string): Promise<Watch> {
  const { db, close } = await listen(heard, url);
  return {
    read: (since, workspaceIds) => readChanges(db, since, workspaceIds),
    liveSessions: (sessionIds) => findLiveSessions(db, sessionIds, new Date()),
    close,
  };
}

/** Whether somebody who stands there has seen what that transaction did. */
export function hasSeen({ snapshot }: Position, madeIn: string): boolean {
  const seen = parseSnapshot(snapshot);
  return seen !== null && isSeen(seen, madeIn);
}
