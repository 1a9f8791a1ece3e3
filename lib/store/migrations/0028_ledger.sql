-- Entries of OpenTrain's ledger as it told them; one that was written does not change. What was paid by card is
-- not in it.
create table ledger_entries (
  workspace_id uuid not null references workspaces (id),
  id text not null,
  type text,
  -- with OpenTrain's sign: what it adds to the credit or takes from it
  amount_cents bigint,
  amount_unreadable text,
  created_at timestamptz(3),
  hold_entry_id text,
  proposal_id text,
  contract_id text,
  milestone_id text,
  top_up_id text,
  note text,
  read_at timestamptz(3) not null,
  primary key (workspace_id, id)
);
create index ledger_of_contract on ledger_entries (workspace_id, contract_id) where contract_id is not null;
create index ledger_of_milestone on ledger_entries (workspace_id, milestone_id) where milestone_id is not null;
create index ledger_of_proposal on ledger_entries (workspace_id, proposal_id) where proposal_id is not null;
create trigger ledger_entries_note_change after insert on ledger_entries
  for each row execute function note_change('contract', 'contract_id');

-- When it was asked for, by our own clock; as of when it is known, by OpenTrain's; and where older entries go on
-- that were not read yet: '' from the newest on.
alter table feeds add column ledger_asked_at timestamptz(3);
alter table feeds add column ledger_read_at timestamptz(3);
alter table feeds add column ledger_older text;

alter table unread drop constraint unread_kind_check;
alter table unread add constraint unread_kind_check
  check (kind in ('contract', 'proposal', 'milestone', 'jobs', 'credits', 'ledger'));
