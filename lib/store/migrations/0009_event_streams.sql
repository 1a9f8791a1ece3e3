-- Open pages are told by their streams: read by the transaction that made a change, swept by age.
drop index changes_of_workspace;
drop index changes_at;
create index changes_made_in on changes (made_in);

-- One row. The epoch ends when the changes are lost in a crash, or are those of another database; swept_to is
-- the latest transaction of which changes were swept away. Whoever comes back from before reads all anew.
create unlogged table changes_kept (
  is_one boolean primary key default true check (is_one),
  epoch uuid not null default gen_random_uuid(),
  swept_to xid8 not null default '0'
);
insert into changes_kept default values;

-- Streams ask at once whether their session is still somebody's. Nothing is said with it.
create function note_rights() returns trigger language plpgsql as $$
begin
  perform pg_notify('countersign_rights', '');
  return null;
end
$$;
create trigger sessions_note_end after update on sessions
  for each row when (old.revoked_at is distinct from new.revoked_at) execute function note_rights();
create trigger members_note_end after update on members
  for each row when (old is distinct from new) execute function note_rights();
create trigger rights_note_gone after delete on sessions for each statement execute function note_rights();
create trigger rights_note_gone after delete on members for each statement execute function note_rights();

-- "Test it now" waits for the first call of a key. A key that is nobody's yet is on no page.
create trigger capture_keys_note_change after update on capture_keys
  for each row when (new.workspace_id is not null and old is distinct from new)
  execute function note_change('capture', 'id');
create trigger capture_keys_note_new after insert on capture_keys
  for each row when (new.workspace_id is not null) execute function note_change('capture', 'id');
