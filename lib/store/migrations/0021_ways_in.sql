-- What an agent's calls were in the last day, by the hour: each caller's row holds its last call alone.
alter table callers drop constraint callers_outcome_check;
alter table callers add constraint callers_outcome_check check (outcome in (
  'listed', 'claimed', 'tested', 'asked', 'not_taken', 'unanswered', 'read', 'passed', 'refused'));

create table caller_hours (
  workspace_id uuid not null,
  way text not null,
  key_id text not null,
  agent_name text not null,
  hour timestamptz(3) not null,
  outcome text not null,
  calls bigint not null,
  primary key (workspace_id, way, key_id, agent_name, hour, outcome),
  foreign key (workspace_id, way, key_id, agent_name)
    references callers (workspace_id, way, key_id, agent_name) on delete cascade
);

-- The sandbox's agent has a token that is worth nothing anywhere else; the owner may be shown it, to try the ways
-- in with. One of a real account has no place here.
alter table connections add column agent_sealed bytea check (agent_sealed is null or kind = 'sandbox');
