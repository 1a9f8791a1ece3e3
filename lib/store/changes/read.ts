import { sql } from "drizzle-orm";
import { parseSnapshot } from "@/lib/store/changes/snapshot";
import type { Reads } from "@/lib/store/pool";
import type { ChangeKind } from "@/lib/store/schema";

/** Where a reader stands: in which life of the table, and what was seen of it. */
export type Position = { epoch: string; snapshot: string };

export type Change = { workspaceId: string; kind: ChangeKind; id: string | null; madeIn: string };

/** `changes` null: what happened since is no longer known, so everything may have changed. */
export type Reading = { position: Position; changes: Change[] | null };

/** More than that at once is told as "everything", which costs a page less. */
const mostRows = 5_000;

type Row = { epoch: string | null; swept_to: string; seen: string } & {
  workspace_id: string | null;
  kind: ChangeKind | null;
  subject_id: string | null;
  made_in: string | null;
};

/**
 * What was committed since, each change once whatever order the commits came in, and how far that reaches:
 * one statement, and so one snapshot. Without a position nothing is told but where the next one begins.
 */
export async function readChanges(
  db: Reads,
  since: Position | null,
  workspaceIds: readonly string[],
): Promise<Reading> {
  const known = since === null ? null : parseSnapshot(since.snapshot);
  const from = known ? (since?.snapshot ?? null) : null;
  const { rows } = await db.execute<Row>(sql`
    select kept.epoch, kept.swept_to::text, now_seen.seen::text as seen,
      changed.workspace_id, changed.kind, changed.subject_id, changed.made_in::text as made_in
    from (select pg_current_snapshot() as seen) now_seen
    left join countersign.changes_kept kept on true
    left join lateral (
      select * from countersign.changes
      where made_in >= pg_snapshot_xmin(${from}::pg_snapshot)
        and not pg_visible_in_snapshot(made_in, ${from}::pg_snapshot)
        and workspace_id = any (${sql.param([...workspaceIds])}::uuid[])
      order by id limit ${mostRows + 1}
    ) changed on true`);
  const [first] = rows;
  if (!first) throw new Error("the database told nothing of its changes");
  if (first.epoch === null) {
    await db.execute(sql`insert into countersign.changes_kept default values on conflict do nothing`);
    return { ...(await readChanges(db, null, [])), changes: null };
  }
  const position = { epoch: first.epoch, snapshot: first.seen };
  const seen = parseSnapshot(first.seen);
  const isKept =
    since === null ||
    (known !== null &&
      since.epoch === first.epoch &&
      known.xmax <= (seen?.xmax ?? 0n) &&
      BigInt(first.swept_to) < known.xmin);
  const changes = rows.flatMap(({ workspace_id, kind, subject_id, made_in }) =>
    workspace_id && kind && made_in
      ? { workspaceId: workspace_id, kind, id: subject_id, madeIn: made_in }
      : [],
  );
  return { position, changes: isKept && changes.length <= mostRows ? changes : null };
}
