-- Everything lives in one schema of ours. The role that runs this file owns it; the grants at the end are
-- for the role that runs the app, whose name is given as :app_role by the migrator.

create table settings (
  key text primary key,
  value jsonb not null,
  updated_at timestamptz(3) not null default now()
);

create table workspaces (
  id uuid primary key,
  name text not null,
  -- organizationId, else ownerUserId; null until something is connected
  account_key text,
  kind text not null check (kind in ('none', 'sandbox', 'real')),
  created_at timestamptz(3) not null,
  closed_at timestamptz(3)
);
create unique index workspaces_account on workspaces (kind, account_key) where account_key is not null;

create table people (
  id uuid primary key,
  email text not null,
  name text,
  password_hash text not null,
  time_zone text,
  created_at timestamptz(3) not null
);
create unique index people_email on people (lower(email));

-- A person belongs to one workspace in this version.
create table members (
  person_id uuid primary key references people (id),
  workspace_id uuid not null references workspaces (id),
  role text not null check (role in ('owner', 'finance', 'viewer')),
  created_at timestamptz(3) not null,
  removed_at timestamptz(3)
);
create index members_workspace on members (workspace_id);

create table sessions (
  id uuid primary key,
  person_id uuid not null references people (id),
  created_at timestamptz(3) not null,
  last_used_at timestamptz(3) not null,
  expires_at timestamptz(3) not null,
  user_agent text,
  address text,
  revoked_at timestamptz(3)
);
create index sessions_person on sessions (person_id);

create table setup_links (
  id uuid primary key,
  kind text not null check (kind in ('first_owner', 'further_owner', 'owner_reset')),
  secret_hash bytea not null unique,
  person_id uuid references people (id),
  created_at timestamptz(3) not null,
  expires_at timestamptz(3) not null,
  spent_at timestamptz(3)
);

create table connections (
  id uuid primary key,
  workspace_id uuid not null unique references workspaces (id),
  kind text not null check (kind in ('sandbox', 'real')),
  origin text not null,
  account_key text not null,
  account_name text,
  state text not null check (state in ('open', 'disconnected')),
  -- our clock plus this is the connection's now
  clock_offset_ms bigint not null default 0,
  feed_cursor text,
  sync_state text not null default 'off' check (sync_state in ('ok', 'behind', 'refused', 'unreachable', 'off')),
  sync_problem text,
  -- since when it is in this state, and not before when it is tried again; both by our own clock
  sync_since timestamptz(3),
  sync_failures integer not null default 0,
  next_sync_at timestamptz(3),
  last_read_at timestamptz(3),
  contracts_read_at timestamptz(3),
  jobs_read_at timestamptz(3),
  credits_read_at timestamptz(3),
  created_at timestamptz(3) not null,
  disconnected_at timestamptz(3)
);

create table connection_tokens (
  id uuid primary key,
  connection_id uuid not null references connections (id),
  workspace_id uuid not null references workspaces (id),
  label text not null,
  -- AES-256-GCM under ENCRYPTION_KEYS; erased on disconnect
  sealed bytea,
  fingerprint bytea not null,
  upstream_token_id text,
  scopes text[] not null,
  state text not null check (state in ('active', 'refused', 'revoked')),
  expires_at timestamptz(3),
  created_at timestamptz(3) not null,
  checked_at timestamptz(3)
);
create unique index connection_tokens_fingerprint on connection_tokens (connection_id, fingerprint);

create table capture_keys (
  id uuid primary key,
  -- null: the first key, which speaks for the first owner's current workspace
  workspace_id uuid references workspaces (id),
  label text not null,
  source text not null check (source in ('generated', 'environment', 'settings', 'sandbox')),
  secret_hash bytea not null unique,
  -- kept only until it was shown once
  sealed bytea,
  shown_at timestamptz(3),
  created_at timestamptz(3) not null,
  last_used_at timestamptz(3),
  revoked_at timestamptz(3)
);

create table approvals (
  workspace_id uuid not null references workspaces (id),
  id text not null,
  connection_id uuid not null references connections (id),
  type text,
  status text,
  standing text not null
    check (standing in ('open', 'confirmed', 'declined', 'lapsed', 'superseded', 'unreadable')),
  contract_id text,
  milestone_id text,
  job_id text,
  proposal_id text,
  approval_url text,
  link_state text not null check (link_state in ('ok', 'missing', 'quarantined')),
  link_problem text,
  created_at timestamptz(3),
  expires_at timestamptz(3),
  resolved_at timestamptz(3),
  -- earlier of resolved_at and expires_at once it is settled
  settled_at timestamptz(3),
  -- which transaction noted it, and what it was before: a list that is being paged through keeps its order
  settled_in xid8,
  settled_before timestamptz(3),
  result jsonb,
  proof text not null check (proof in ('read', 'recorded')),
  seen_at timestamptz(3) not null,
  way text not null check (way in ('recorder', 'capture', 'paste', 'backfill', 'feed')),
  way_label text,
  last_read_at timestamptz(3),
  next_read_at timestamptz(3),
  read_problem text,
  read_problem_since timestamptz(3),
  supersedes text,
  superseded_by text,
  replaced_but_confirmed boolean not null default false,
  asked_again_count integer not null default 0,
  asked_again_previous text,
  counterparty text,
  counterparty_id text,
  contract_title text,
  milestone_name text,
  job_title text,
  recorded_terms jsonb,
  told_terms jsonb,
  confirmed_terms jsonb,
  agent_name text,
  agent_reason text,
  token_label text,
  money jsonb not null,
  money_kind text not null check (money_kind in ('charge', 'release', 'at_stake', 'unknown')),
  total_cents bigint,
  max_total_cents bigint,
  primary key (workspace_id, id)
);
create index approvals_open on approvals (workspace_id, expires_at, id) where standing in ('open', 'unreadable');
create index approvals_settled on approvals (workspace_id, settled_at desc nulls last, id desc)
  where standing not in ('open', 'unreadable');
create index approvals_due on approvals (connection_id, next_read_at) where next_read_at is not null;
create index approvals_proposal on approvals (workspace_id, proposal_id) where proposal_id is not null;
create index approvals_milestone on approvals (workspace_id, milestone_id) where milestone_id is not null;
create index approvals_contract on approvals (workspace_id, contract_id) where contract_id is not null;

create function note_settling() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    new.settled_in := case when new.settled_at is null then null else pg_current_xact_id() end;
    new.settled_before := null;
  elsif new.settled_at is distinct from old.settled_at then
    new.settled_in := pg_current_xact_id();
    new.settled_before := old.settled_at;
  end if;
  return new;
end
$$;
create trigger approvals_note_settling before insert or update on approvals
  for each row execute function note_settling();

-- Told to us, not proven: apart from the approvals, in no sum.
create table claims (
  workspace_id uuid not null references workspaces (id),
  id text not null,
  received_at timestamptz(3) not null,
  way text not null check (way in ('capture', 'paste')),
  label text,
  why text not null,
  told jsonb,
  told_terms jsonb,
  agent_name text,
  agent_reason text,
  tries integer not null default 0,
  next_try_at timestamptz(3),
  primary key (workspace_id, id)
);
create index claims_due on claims (next_try_at) where next_try_at is not null;

create table contracts (
  workspace_id uuid not null references workspaces (id),
  id text not null,
  title text,
  status text not null,
  freelancer_id text,
  freelancer_name text,
  freelancer_country text,
  job_id text,
  proposal_id text,
  payment_type text,
  rate text,
  created_at timestamptz(3),
  ended_at timestamptz(3),
  read_at timestamptz(3) not null,
  primary key (workspace_id, id)
);

create table milestones (
  workspace_id uuid not null,
  contract_id text not null,
  id text not null,
  number integer,
  name text,
  description text,
  status text not null,
  phase text not null check (phase in ('not_funded', 'funded', 'submitted', 'released', 'other')),
  amount_cents bigint,
  amount_unreadable text,
  due_date text,
  read_at timestamptz(3) not null,
  gone_at timestamptz(3),
  primary key (workspace_id, id),
  foreign key (workspace_id, contract_id) references contracts (workspace_id, id)
);
create index milestones_contract on milestones (workspace_id, contract_id);

create table jobs (
  workspace_id uuid not null references workspaces (id),
  id text not null,
  title text not null,
  status text,
  read_at timestamptz(3) not null,
  primary key (workspace_id, id)
);

create table proposals (
  workspace_id uuid not null references workspaces (id),
  id text not null,
  job_id text,
  job_title text,
  candidate_id text,
  candidate_name text,
  read_at timestamptz(3) not null,
  primary key (workspace_id, id)
);

create table credits (
  workspace_id uuid primary key references workspaces (id),
  available_cents bigint not null,
  reserved_cents bigint not null,
  read_at timestamptz(3) not null
);

-- What happened, only ever added to. Ids and values here; a person's own words in event_texts, so that they
-- can be erased later without touching the event; the commitment proves what they were.
create table events (
  id bigint generated always as identity primary key,
  workspace_id uuid,
  -- when it happened, by OpenTrain's clock where that one knows; recorded_at is when we wrote it down
  at timestamptz(3) not null,
  recorded_at timestamptz(3) not null default now(),
  kind text not null,
  actor_kind text not null check (actor_kind in ('person', 'agent', 'opentrain', 'system')),
  actor_id text,
  subject_kind text not null,
  subject_id text,
  data jsonb not null,
  text_commitment bytea
);
create index events_subject on events (workspace_id, subject_kind, subject_id, id);

create table event_texts (
  event_id bigint primary key references events (id),
  salt bytea not null,
  text jsonb not null
);

-- Filled in order by the worker once sealing comes.
create table event_seals (
  event_id bigint primary key references events (id),
  sequence bigint not null unique,
  previous_hash bytea not null,
  hash bytea not null
);

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'events are only ever added to';
end
$$;
create trigger events_append_only before update or delete or truncate on events
  for each statement execute function refuse_change();

-- Attempts in a window, shared by every web.
create unlogged table throttle_counts (
  subject text not null,
  window_start timestamptz(3) not null,
  count integer not null,
  primary key (subject, window_start)
);

create table heartbeats (
  name text primary key,
  at timestamptz(3) not null
);
