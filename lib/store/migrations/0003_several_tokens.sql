-- A connection may have several tokens: who put each here, what a person calls it, since when it is in its
-- state, and why it cannot be used.
alter table connection_tokens
  add column source text not null default 'environment' check (source in ('environment', 'sandbox', 'person')),
  add column name text,
  add column state_since timestamptz(3),
  add column problem text;
update connection_tokens t set source = 'sandbox' from connections c
  where c.id = t.connection_id and c.kind = 'sandbox';
alter table connection_tokens alter column source drop default;

-- Where the members of a closed workspace went: they alone may come back to it.
alter table workspaces add column moved_to uuid references workspaces (id);

-- The token whose read it was: the first to be asked next time.
alter table approvals add column read_by_token uuid references connection_tokens (id);
