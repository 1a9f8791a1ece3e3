-- Who may call OpenTrain next with a token (by its digest), for all processes together. Lost in a crash: a
-- budget starts afresh then.
create unlogged table call_budgets (
  fingerprint bytea primary key,
  next_at timestamptz(3) not null
);
