-- Rows that come by the hundred are noted in one statement instead of one by one.
create function note_new() returns trigger language plpgsql as $$
begin
  execute format('insert into countersign.changes (workspace_id, kind, subject_id)
    select distinct workspace_id, %L, %I from added', tg_argv[0], tg_argv[1]);
  perform pg_notify('countersign_changes', one.workspace_id::text)
    from (select distinct workspace_id from added) one;
  return null;
end
$$;

drop trigger approvals_note_change on approvals;
create trigger approvals_note_change after update or delete on approvals
  for each row execute function note_change('approval', 'id');
create trigger approvals_note_new after insert on approvals referencing new table as added
  for each statement execute function note_new('approval', 'id');
drop trigger contracts_note_change on contracts;
create trigger contracts_note_change after update or delete on contracts
  for each row execute function note_change('contract', 'id');
create trigger contracts_note_new after insert on contracts referencing new table as added
  for each statement execute function note_new('contract', 'id');
drop trigger milestones_note_change on milestones;
create trigger milestones_note_change after update or delete on milestones
  for each row execute function note_change('contract', 'contract_id');
create trigger milestones_note_new after insert on milestones referencing new table as added
  for each statement execute function note_new('contract', 'contract_id');

-- Written by the database alone, beside the request that is there: looking for it each time would go by a plan
-- that was made when there were none, and so through all of a workspace's.
alter table approval_words drop constraint approval_words_workspace_id_id_fkey;
alter table former_places drop constraint former_places_workspace_id_id_fkey;
create function forget_request() returns trigger language plpgsql as $$
begin
  delete from countersign.approval_words where workspace_id = old.workspace_id and id = old.id;
  delete from countersign.former_places where workspace_id = old.workspace_id and id = old.id;
  return null;
end
$$;
create trigger approvals_forget after delete on approvals for each row execute function forget_request();

-- Filled by the database alone, from what was just written and is never taken away.
alter table events_unsealed drop constraint events_unsealed_event_id_fkey;
create or replace function note_unsealed() returns trigger language plpgsql as $$
begin
  insert into countersign.events_unsealed (event_id) select id from added;
  return null;
end
$$;
drop trigger events_note_unsealed on events;
create trigger events_note_unsealed after insert on events referencing new table as added
  for each statement execute function note_unsealed();
