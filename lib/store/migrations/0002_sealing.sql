-- One chain for one workspace, so that its history can be checked without anybody else's; what belongs to no
-- workspace has the nil id for its chain. Nothing was ever written into the table this replaces.
drop table event_seals;
create table event_seals (
  event_id bigint primary key references events (id),
  chain uuid not null,
  sequence bigint not null check (sequence > 0),
  previous_hash bytea not null,
  hash bytea not null,
  unique (chain, sequence)
);
create trigger event_seals_append_only before update or delete or truncate on event_seals
  for each statement execute function refuse_change();

-- What the worker has still to seal. Ids alone would not tell: a smaller one may be committed later.
create table events_unsealed (
  event_id bigint primary key references events (id)
);
create function note_unsealed() returns trigger language plpgsql as $$
begin
  insert into countersign.events_unsealed (event_id) values (new.id);
  return null;
end
$$;
create trigger events_note_unsealed after insert on events
  for each row execute function note_unsealed();
insert into events_unsealed (event_id) select id from events;

create index events_workspace on events (workspace_id, id);
