-- The moment capture was switched on, by OpenTrain's clock: coverage counts what was asked from then on. It
-- stays when the account is disconnected and connected again.
alter table connections add column watching_since timestamptz(3);
-- The sandbox's clock may have been moved on since; a server's own clock is off by what it always was.
update connections set watching_since = case kind
  when 'real' then created_at + make_interval(secs => clock_offset_ms / 1000.0)
  else created_at end;
alter table connections alter column watching_since set not null;

-- All that the figure is counted from, so that no row needs to be fetched for it.
create index approvals_coverage on approvals (workspace_id, created_at)
  include (resolved_at, expires_at, settled_at, seen_at)
  where standing in ('confirmed', 'declined', 'lapsed') and way <> 'backfill';
