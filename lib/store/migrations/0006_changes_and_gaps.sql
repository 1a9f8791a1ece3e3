-- What changed on a page somebody may have open: a kind and an id, never a value. Whoever listens is woken
-- once for each transaction, then reads what was committed. Lost in a crash: pages that come back after one
-- read everything again.
create unlogged table changes (
  id bigint generated always as identity primary key,
  workspace_id uuid not null,
  -- a smaller id may be committed later; the transaction tells which ones a reader has not seen yet
  made_in xid8 not null default pg_current_xact_id(),
  at timestamptz(3) not null default now(),
  kind text not null check (kind in
    ('approval', 'contract', 'summary', 'claim', 'blocked', 'unanswered', 'capture')),
  subject_id text
);
create index changes_of_workspace on changes (workspace_id, id);
create index changes_at on changes (at);

-- note_change(kind, column): column names the one that holds the subject's id; without it the change is
-- about the whole. Rows that stay as they are, but for when they were read, are no change.
create function note_change() returns trigger language plpgsql as $$
declare
  was jsonb := case when tg_op = 'INSERT' then null else to_jsonb(old) end;
  is_now jsonb := case when tg_op = 'DELETE' then null else to_jsonb(new) end;
  freshness text[] := array['last_read_at', 'next_read_at', 'read_at', 'read_by_token', 'next_try_at', 'tries',
    'settled_in', 'settled_before', 'next_sync_at', 'sync_failures', 'clock_offset_ms', 'feed_cursor',
    'contracts_read_at', 'jobs_read_at', 'credits_read_at'];
  subject text := case when tg_nargs > 1 then coalesce(is_now, was) ->> tg_argv[1] end;
  workspace uuid := (coalesce(is_now, was) ->> 'workspace_id')::uuid;
begin
  if was is not null and is_now is not null and was - freshness = is_now - freshness then
    return null;
  end if;
  insert into countersign.changes (workspace_id, kind, subject_id) values (workspace, tg_argv[0], subject);
  perform pg_notify('countersign_changes', workspace::text);
  return null;
end
$$;

create trigger approvals_note_change after insert or update or delete on approvals
  for each row execute function note_change('approval', 'id');
create trigger claims_note_change after insert or update or delete on claims
  for each row execute function note_change('claim', 'id');
create trigger contracts_note_change after insert or update or delete on contracts
  for each row execute function note_change('contract', 'id');
create trigger milestones_note_change after insert or update or delete on milestones
  for each row execute function note_change('contract', 'contract_id');
create trigger credits_note_change after insert or update or delete on credits
  for each row execute function note_change('summary');
create trigger connections_note_change after insert or update or delete on connections
  for each row execute function note_change('summary');
create trigger connection_tokens_note_change after insert or update or delete on connection_tokens
  for each row execute function note_change('summary');

-- Times in which something may have been missed, each with why; coverage names them. By OpenTrain's clock.
-- Open while until_at is null; what kept us from watching twice at a time is two rows.
create table watch_gaps (
  id uuid primary key,
  workspace_id uuid not null references workspaces (id),
  -- what ends it: the one who opened it finds it again by this
  source text not null,
  why text not null,
  from_at timestamptz(3) not null,
  until_at timestamptz(3),
  check (until_at is null or until_at >= from_at)
);
create unique index watch_gaps_open on watch_gaps (workspace_id, source) where until_at is null;
create index watch_gaps_from on watch_gaps (workspace_id, from_at);
create trigger watch_gaps_note_change after insert or update or delete on watch_gaps
  for each row execute function note_change('summary');
