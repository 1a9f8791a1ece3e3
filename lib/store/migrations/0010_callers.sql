-- Who called lately, by which way and with what end: the latest of each, no log. What an agent calls itself is
-- its own word; '' when it gives no name.
create table callers (
  workspace_id uuid not null references workspaces (id),
  way text not null check (way in ('capture', 'recorder')),
  -- the capture key used; '' for the recorder
  key_id text not null,
  agent_name text not null,
  first_at timestamptz(3) not null,
  last_at timestamptz(3) not null,
  calls bigint not null,
  outcome text not null check (outcome in ('listed', 'claimed', 'tested', 'asked', 'passed', 'refused')),
  -- why it was refused
  why text,
  approval_id text,
  primary key (workspace_id, way, key_id, agent_name)
);
create trigger callers_note_change after insert or update or delete on callers
  for each row execute function note_change('capture');

-- Calls that were turned away before anybody could tell whose they are: that there was one, and why.
create table stray_calls (
  door text not null check (door in ('capture', 'recorder', 'address')),
  why text not null,
  last_at timestamptz(3) not null,
  calls bigint not null,
  primary key (door, why)
);

-- Set aside by the owner; it is tried again all the same, and gone when it is proven.
alter table claims add column dismissed_at timestamptz(3);
