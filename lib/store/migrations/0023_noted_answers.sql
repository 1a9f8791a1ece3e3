-- What OpenTrain answered, from when it is safe here until it is settled: nothing of it is listed yet. It lies
-- with its asking, without secrets, and goes in the transaction that makes of it what it is.
alter table asks
  add column answer jsonb,
  -- when it came here, by our own clock, to the microsecond: answers are settled in their order
  add column answered_at timestamptz,
  -- how often the database refused to settle it
  add column settle_tries integer not null default 0,
  add constraint asks_answer_whole check ((answer is null) = (answered_at is null));
create index asks_noted on asks (answered_at, id) where answer is not null;
