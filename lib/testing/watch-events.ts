import pg from "pg";
import { findRunning } from "@/lib/host/postgres/find-running";
import { databaseName, ownerRole } from "@/lib/host/postgres/prepare-database";

/**
 * What must never change without an event in the same transaction. Columns left out are freshness, counters
 * and what is only read from OpenTrain. `rows: false`: a row that comes is no news by itself. A table that is
 * named here and not there yet is passed over.
 */
const watched: Record<string, { columns: string[] | "all"; rows?: false }> = {
  workspaces: { columns: ["account_key", "kind", "closed_at"] },
  people: { columns: "all" },
  members: { columns: "all" },
  invitations: { columns: "all" },
  sessions: { columns: ["revoked_at"] },
  setup_links: { columns: "all" },
  connections: { columns: ["origin", "account_key", "state"] },
  backfills: { columns: ["state"] },
  connection_tokens: { columns: ["state", "label"] },
  capture_keys: { columns: ["revoked_at", "shown_at", "workspace_id", "label"] },
  approvals: { columns: ["standing", "status"] },
  claims: { columns: ["dismissed_at"] },
  webhooks: { columns: ["state"] },
  asks: { columns: ["unknown_since"], rows: false },
  blocked: { columns: ["times", "reason", "link", "dismissed_at", "lifted_at"] },
  settings: { columns: "all" },
};

const preparation = `
  create schema if not exists event_watch;
  create table if not exists event_watch.misses (what text not null);
  create or replace function event_watch.told() returns trigger language plpgsql as $$
  begin
    perform set_config('event_watch.told', pg_current_xact_id()::text, true);
    return null;
  end $$;
  create or replace function event_watch.demand() returns trigger language plpgsql security definer as $$
  begin
    if current_setting('event_watch.told', true) is distinct from pg_current_xact_id()::text then
      insert into event_watch.misses values (lower(tg_op) || ' of ' || tg_table_name);
    end if;
    return null;
  end $$;
  create or replace trigger event_watch after insert on countersign.events
    for each statement execute function event_watch.told();`;

function triggersOf(table: string, columns: string[], hasRows: boolean): string {
  const make = (name: string, when: string, condition = "") =>
    `drop trigger if exists event_watch_${name} on countersign.${table};
     create constraint trigger event_watch_${name} after ${when} on countersign.${table}
       deferrable initially deferred for each row ${condition} execute function event_watch.demand();`;
  const changed = columns.map((column) => `old.${column} is distinct from new.${column}`).join(" or ");
  return (
    (hasRows ? make("rows", "insert or delete") : "") +
    (changed ? make("values", "update", `when (${changed})`) : "")
  );
}

/** From now on notes every change of state whose transaction told nothing. As the role that owns the tables. */
export async function watchEvents(owner: pg.Pool | pg.Client): Promise<void> {
  const { rows } = await owner.query<{ table: string; column: string }>(
    `select table_name as table, column_name as column from information_schema.columns
     where table_schema = 'countersign'`,
  );
  const statements = Object.entries(watched).flatMap(([table, { columns, rows: hasRows = true }]) => {
    const there = rows.filter((row) => row.table === table).map(({ column }) => column);
    const missing = columns === "all" ? [] : columns.filter((column) => !there.includes(column));
    if (there.length > 0 && missing.length > 0) throw new Error(`${table} has no ${missing.join(", ")}`);
    return there.length > 0 ? [triggersOf(table, columns === "all" ? there : columns, hasRows)] : [];
  });
  await owner.query([preparation, ...statements].join("\n"));
}

export async function untoldChanges(owner: pg.Pool | pg.Client): Promise<string[]> {
  const { rows } = await owner.query<{ what: string }>(
    "select distinct what from event_watch.misses order by 1",
  );
  return rows.map(({ what }) => what);
}

/** The same for the private database of a running inbox; null when it does not run. */
export async function onRunningInbox<T>(
  dataDir: string,
  work: (owner: pg.Client) => Promise<T>,
): Promise<T | null> {
  const url = findRunning(dataDir)?.(ownerRole, databaseName);
  if (!url) return null;
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
