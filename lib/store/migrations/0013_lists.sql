-- What lists go by, made by the database from what is stored.
alter table approvals
  -- when it was settled: the earlier of OpenTrain's answer and the deadline
  add column ended_at timestamptz(3) generated always as (case
    when standing in ('open', 'unreadable') then null
    when resolved_at is not null then least(resolved_at, expires_at)
    else coalesce(settled_at, expires_at) end) stored,
  -- what a range of time goes by: settled ones by when they were, open ones by when they were asked
  add column listed_at timestamptz(3) generated always as (case
    when standing in ('open', 'unreadable') then created_at
    when resolved_at is not null then least(resolved_at, expires_at)
    else coalesce(settled_at, expires_at) end) stored,
  add column at_least boolean generated always as (coalesce((money ->> 'atLeast')::boolean, false)) stored;

create index approvals_by_deadline on approvals (workspace_id, expires_at, id);
create index approvals_by_end on approvals (workspace_id, ended_at, id);
create index approvals_by_creation on approvals (workspace_id, created_at, id);
create index approvals_by_amount on approvals (workspace_id, total_cents, id);
create index approvals_by_listing on approvals (workspace_id, listed_at);
create index approvals_by_job on approvals (workspace_id, job_id) where job_id is not null;
create index approvals_by_agent on approvals (workspace_id, (coalesce(agent_name, token_label)));
-- All that totals add up, so that no row needs to be fetched for them.
create index approvals_totals on approvals (workspace_id, standing, type, status)
  include (money_kind, total_cents, max_total_cents, at_least, expires_at, listed_at);

-- Where a row stood before each time it moved in some order. A list that is being paged through keeps the order
-- of its first page: a row that has moved since is looked for where it stood then.
create table former_places (
  number bigint generated always as identity primary key,
  workspace_id uuid not null,
  id text not null,
  -- a smaller number may be committed later; the transaction tells which ones a first page had not seen yet
  replaced_in xid8 not null default pg_current_xact_id(),
  at timestamptz(3) not null default now(),
  expires_at timestamptz(3),
  ended_at timestamptz(3),
  created_at timestamptz(3),
  total_cents bigint,
  foreign key (workspace_id, id) references approvals (workspace_id, id) on delete cascade
);
create index former_places_since on former_places (workspace_id, replaced_in);
create index former_places_of on former_places (workspace_id, id);
create index former_places_at on former_places (at);

create function note_place() returns trigger language plpgsql as $$
begin
  insert into countersign.former_places (workspace_id, id, expires_at, ended_at, created_at, total_cents)
    values (old.workspace_id, old.id, old.expires_at, old.ended_at, old.created_at, old.total_cents);
  return null;
end
$$;
create trigger approvals_note_place after update on approvals for each row
  when ((old.expires_at, old.ended_at, old.created_at, old.total_cents)
    is distinct from (new.expires_at, new.ended_at, new.created_at, new.total_cents))
  execute function note_place();

drop trigger approvals_note_settling on approvals;
drop function note_settling();
drop index approvals_settled;
alter table approvals drop column settled_in, drop column settled_before;

-- Text as people look for it: "Łukasz" is found by "lukasz", in a database of whatever language.
create function fold_text(given text) returns text
  language sql immutable strict parallel safe as $$
  select replace(replace(replace(replace(
    translate(lower(regexp_replace(normalize(given, nfkd), '[\u0300-\u036f]', '', 'g')),
      'ÆŒẞÞøØłŁđĐðÐħĦıŧŦςΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩАБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯЂЄЅІЈЉЊЋЏҐ',
      'æœßþoollddddhhittσαβγδεζηθικλμνξοπρστυφχψωабвгдежзиклмнопрстуфхцчшщъыьэюяђєѕіјљњћџґ'),
    'æ', 'ae'), 'œ', 'oe'), 'ß', 'ss'), 'þ', 'th')
$$;

-- What a request can be found by: names and ids. Apart from the request, whose every read would else be paid
-- for in the index.
create table approval_words (
  workspace_id uuid not null,
  id text not null,
  words text not null,
  primary key (workspace_id, id),
  foreign key (workspace_id, id) references approvals (workspace_id, id) on delete cascade
);

create function words_of(a approvals) returns text language sql stable as $$
  select countersign.fold_text(concat_ws(' ', a.id, a.counterparty, a.contract_title, a.milestone_name, a.job_title,
    a.recorded_terms ->> 'name', a.told_terms ->> 'name', a.confirmed_terms ->> 'name', a.agent_name,
    a.token_label, a.contract_id, a.job_id, a.milestone_id, a.proposal_id, a.counterparty_id))
$$;

create function note_words() returns trigger language plpgsql as $$
declare
  found_by text := countersign.words_of(new);
begin
  if tg_op = 'UPDATE' and found_by = countersign.words_of(old) then
    return null;
  end if;
  insert into countersign.approval_words (workspace_id, id, words) values (new.workspace_id, new.id, found_by)
    on conflict (workspace_id, id) do update set words = excluded.words;
  return null;
end
$$;
create trigger approvals_note_words after insert or update of id, counterparty, contract_title, milestone_name,
  job_title, recorded_terms, told_terms, confirmed_terms, agent_name, token_label, contract_id, job_id,
  milestone_id, proposal_id, counterparty_id on approvals for each row execute function note_words();

insert into approval_words select workspace_id, id, words_of(a) from approvals a;

-- Wherever the extension is or goes: its operators are the database's own, its classes are named by their schema.
do $$
begin
  create extension if not exists pg_trgm;
  execute (select format('create index approval_words_found on approval_words using gin (words %I.gin_trgm_ops)
      with (gin_pending_list_limit = 256)', nspname)
    from pg_extension join pg_namespace on pg_namespace.oid = extnamespace where extname = 'pg_trgm');
end
$$;
