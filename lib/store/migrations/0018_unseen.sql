-- Requests whose end OpenTrain's feed reported and that no connected token may see: not on the list and in no
-- sum, but settled unseen all the same. Once a token can read one it has a row of its own, which then counts.
create table unseen (
  workspace_id uuid not null references workspaces (id),
  approval_id text not null,
  connection_id uuid not null references connections (id),
  -- OpenTrain's word for how it ended; null when it is none we know
  status text check (status in ('confirmed', 'declined', 'expired')),
  settled_at timestamptz(3) not null,
  -- tokens changed since it was last tried
  is_due boolean not null default false,
  primary key (workspace_id, approval_id)
);
create index unseen_settled on unseen (workspace_id, settled_at);

create trigger unseen_note_change after insert or update of status on unseen
  for each row execute function note_change('summary');
