-- Invoices that wait for us to pay, as OpenTrain last listed them: one without a request we know hints at one
-- that nobody saw.
create table pending_payments (
  workspace_id uuid not null references workspaces (id),
  id text not null,
  milestone_id text,
  milestone_name text,
  job_id text,
  job_title text,
  amount_cents bigint,
  created_at timestamptz(3),
  read_at timestamptz(3) not null,
  primary key (workspace_id, id)
);
create trigger pending_payments_note_change after insert or update or delete on pending_payments
  for each row execute function note_change('summary');
alter table feeds add column payments_read_at timestamptz(3);
