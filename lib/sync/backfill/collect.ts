import { passFailpoint } from "@/lib/failpoint";
import type { Updates } from "@/lib/opentrain/map";
import { addItems } from "@/lib/store/backfills/items";
import { lockRun, updateBackfill } from "@/lib/store/backfills/rows";
import { lockConnection, updateConnection } from "@/lib/store/connections/rows";
import { addJob, syncJobKey } from "@/lib/store/jobs";
import { lockWorkspace } from "@/lib/store/locks";
import type { Tx } from "@/lib/store/pool";
import type { BackfillRow } from "@/lib/store/schema";
import { noteToBeSeen } from "@/lib/store/unseen";
import { holdFor, type Walk } from "@/lib/sync/backfill/walk";
import { namedBy } from "@/lib/sync/named-by";
import { RoundStopped } from "@/lib/sync/round";

/**
 * Along the feed as far as there is time for: the ids it names are noted and the cursor moves with them. Reading
 * them comes later, so that the present is reached within seconds, where following takes over. While one page is
 * stored the next one is read. Null when somebody else was faster.
 */
export async function collect(
  walk: Walk,
  row: BackfillRow,
  hasTime: () => boolean,
): Promise<BackfillRow | null> {
  let current = row;
  let page = await readPage(walk, row.cursor);
  for (;;) {
    const next = placeAfter(page, current.cursor);
    const ahead = next.isPresent || !hasTime() ? null : readPage(walk, next.cursor);
    // Looked at below; until then a failure of it must not count as nobody's.
    ahead?.catch(() => undefined);
    const stored = await storePage(walk, current, page);
    if (!stored || !ahead) return stored;
    current = stored;
    page = await ahead;
  }
}

/** Where the feed goes on, and whether this was the last page for now. */
function placeAfter(page: Updates, from: string | null): { cursor: string | null; isPresent: boolean } {
  const cursor = page.nextCursor ?? page.events.at(-1)?.id ?? from;
  return { cursor, isPresent: !page.hasMore || cursor === from };
}

async function storePage(walk: Walk, row: BackfillRow, page: Updates): Promise<BackfillRow | null> {
  const { db, connection, clock } = walk;
  const stored = await db.transaction(async (tx) => {
    await lockWorkspace(tx, connection.workspaceId);
    const current = await lockRun(tx, connection.id, row.run);
    if (!current || current.cursor !== row.cursor || current.collectedAt !== null) return null;
    const { cursor, isPresent } = placeAfter(page, current.cursor);
    const now = clock();
    const changes = {
      cursor,
      eventsRead: current.eventsRead + page.events.length,
      found: current.found + (current.state === "running" ? await noteNamed(tx, walk, current, page) : 0),
      collectedAt: isPresent ? now : null,
      problem: null,
      failures: 0,
      heldUntil: holdFor(now),
    };
    await updateBackfill(tx, connection.id, changes);
    await noteEnded(tx, walk, page);
    if (isPresent) await handOver(tx, walk, cursor);
    passFailpoint("backfill-page-before-commit");
    return { ...current, ...changes };
  });
  passFailpoint("backfill-page-committed");
  return stored;
}

/** Following goes on from here, unless it has been further already. */
async function handOver(tx: Tx, { connection }: Walk, cursor: string | null): Promise<void> {
  const { id: connectionId } = connection;
  const current = await lockConnection(tx, connectionId);
  if (current?.feedCursor !== null) return;
  await updateConnection(tx, connectionId, { feedCursor: cursor });
  await addJob(tx, "sync_connection", { connectionId }, { key: syncJobKey(connectionId) });
}

/** What ended since this inbox watches counts, also where no token may see it; following begins only behind it. */
async function noteEnded(tx: Tx, { connection }: Walk, page: Updates): Promise<void> {
  const { id: connectionId, workspaceId, watchingSince } = connection;
  const ended = [...namedBy(page.events).settlements].flatMap(([approvalId, { status, at }]) =>
    at !== null && at >= watchingSince ? [{ approvalId, status, settledAt: at }] : [],
  );
  await noteToBeSeen(tx, { workspaceId, connectionId }, ended);
}

async function noteNamed(tx: Tx, { connection }: Walk, row: BackfillRow, page: Updates): Promise<number> {
  const places = new Map<string, number>();
  for (const [index, { approvalId }] of page.events.entries()) {
    if (approvalId !== null) places.set(approvalId, row.eventsRead + index);
  }
  const of = { connectionId: connection.id, workspaceId: connection.workspaceId };
  return addItems(
    tx,
    of,
    [...places].map(([id, place]) => ({ id, place })),
  );
}

/** A page that cannot be read is asked for in smaller pieces, down to the one event that spoils it. */
async function readPage({ reader, sizes }: Walk, cursor: string | null): Promise<Updates> {
  for (let limit = sizes.events; ; limit = Math.ceil(limit / 6)) {
    const answer = await reader.read((client) => client.getUpdates({ cursor, limit }));
    if (answer.ok) return answer.value;
    const { kind, why } = answer.failure;
    if (limit === 1 || !(kind === "garbled" || why === "timeout")) throw new RoundStopped(answer.failure);
  }
}
