-- Reading an account's history: first the whole feed for the ids of what was ever settled, then each of them,
-- the newest first. One row a connection; a new start writes over it.
create table backfills (
  connection_id uuid primary key references connections (id),
  workspace_id uuid not null references workspaces (id),
  -- which start it is: who still works for an earlier one writes nothing
  run uuid not null,
  state text not null check (state in ('running', 'finished', 'cancelled')),
  -- how far the feed was walked, and when its present was reached: from then on approvals are read
  cursor text,
  collected_at timestamptz(3),
  events_read integer not null default 0,
  -- named by the feed and not known here as ended; of them read, not visible to any token, not readable
  found integer not null default 0,
  read integer not null default 0,
  hidden integer not null default 0,
  unreadable integer not null default 0,
  -- why it waits, and how often in a row it could not go on
  problem text,
  failures integer not null default 0,
  started_at timestamptz(3) not null,
  ended_at timestamptz(3),
  -- until then somebody is at it, or it waits; by our clock
  held_until timestamptz(3)
);

-- What is still to be read. The later the feed named it, the greater its place.
create table backfill_items (
  connection_id uuid not null references backfills (connection_id),
  approval_id text not null,
  place integer not null,
  tries integer not null default 0,
  primary key (connection_id, approval_id)
);
create index backfill_items_newest on backfill_items (connection_id, tries, place desc);

-- Progress is told in steps: pages read again what they show each time.
create trigger backfills_note_start after insert or delete on backfills
  for each row execute function note_change('summary');
create trigger backfills_note_change after update on backfills
  for each row when (
    old.run <> new.run or old.state <> new.state or old.problem is distinct from new.problem
    or (old.collected_at is null) <> (new.collected_at is null)
    or old.events_read / 1000 <> new.events_read / 1000
    or (old.read + old.hidden) / 200 <> (new.read + new.hidden) / 200
  ) execute function note_change('summary');

-- Accounts that were connected before have a history too.
insert into backfills (connection_id, workspace_id, run, state, started_at)
  select id, workspace_id, gen_random_uuid(), 'running', now() from connections where state = 'open';
