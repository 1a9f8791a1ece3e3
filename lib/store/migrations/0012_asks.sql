-- What agents asked through the recorder. Written before the call is sent, so that no crash makes a request
-- that nobody knows of; times by OpenTrain's clock.
create table asks (
  id uuid primary key,
  workspace_id uuid not null references workspaces (id),
  connection_id uuid not null references connections (id),
  action text not null check (action in ('hire', 'fund', 'release', 'end')),
  subject_id text not null,
  terms jsonb,
  agent_name text,
  agent_reason text,
  asked_at timestamptz(3) not null,
  -- when it came here, by our own clock
  begun_at timestamptz(3) not null default now(),
  -- spooled: it was on disk from the beginning, but not here
  kept text not null check (kept in ('stored', 'spooled')),
  -- the web that has it in its hands; what it left behind when it died is nobody's
  keeper uuid not null,
  state text not null
    check (state in ('asked', 'accepted', 'done', 'refused', 'never_sent', 'unknown', 'answered')),
  -- once unknown it stays in the list of those, answered or not
  unknown_since timestamptz(3),
  settled_at timestamptz(3),
  approval_id text
);
create index asks_under_way on asks (begun_at) where state = 'asked';
create index asks_unanswered on asks (workspace_id, asked_at desc, id) where unknown_since is not null;
create index asks_unknown on asks (workspace_id, action, subject_id) where state = 'unknown';
create index asks_approval on asks (workspace_id, approval_id) where approval_id is not null;
create trigger asks_note_unknown after insert on asks
  for each row when (new.unknown_since is not null) execute function note_change('unanswered', 'id');
create trigger asks_note_change after update on asks
  for each row when (new.unknown_since is not null) execute function note_change('unanswered', 'id');

-- Asked and refused by OpenTrain for a reason a person can change.
create table blocked (
  id uuid primary key,
  workspace_id uuid not null references workspaces (id),
  connection_id uuid not null references connections (id),
  action text not null check (action in ('hire', 'fund', 'release', 'end')),
  subject_id text not null,
  reason text not null,
  terms jsonb,
  agent_name text,
  agent_reason text,
  first_at timestamptz(3) not null,
  last_at timestamptz(3) not null,
  times integer not null check (times > 0),
  link text,
  link_state text not null check (link_state in ('ok', 'missing', 'quarantined')),
  link_problem text,
  dismissed_at timestamptz(3),
  dismissed_by uuid references people (id),
  -- the same thing was asked for again, and OpenTrain took it
  lifted_at timestamptz(3),
  check ((dismissed_at is null) = (dismissed_by is null))
);
create unique index blocked_open on blocked (workspace_id, action, subject_id, reason)
  where dismissed_at is null and lifted_at is null;
create index blocked_last on blocked (workspace_id, last_at desc, id)
  where dismissed_at is null and lifted_at is null;
create trigger blocked_note_change after insert or update or delete on blocked
  for each row execute function note_change('blocked', 'id');
