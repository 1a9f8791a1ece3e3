-- Whether contract, milestone or ledger show what OpenTrain says was confirmed; null while that is not judged.
alter table approvals add column trace text check (trace in ('found', 'missing'));

-- What lies around requests and could not be read the last time, why, and since when. One id for what has none.
create table unread (
  workspace_id uuid not null references workspaces (id),
  kind text not null check (kind in ('contract', 'proposal', 'jobs', 'credits')),
  id text not null,
  why text not null,
  since timestamptz(3) not null,
  primary key (workspace_id, kind, id)
);

-- A contract's budget is told by the read of that contract alone.
create table budgets (
  workspace_id uuid not null,
  contract_id text not null,
  budget jsonb not null,
  read_at timestamptz(3) not null,
  primary key (workspace_id, contract_id),
  foreign key (workspace_id, contract_id) references contracts (workspace_id, id)
);
