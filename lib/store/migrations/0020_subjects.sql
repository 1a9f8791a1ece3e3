-- What a blocked or unanswered request is about is read once: when that is due, by our own clock; null once it
-- was read, or once OpenTrain said that we may not.
alter table asks add column subject_due_at timestamptz(3) default now();
alter table blocked add column subject_due_at timestamptz(3) default now();
create index asks_subject_due on asks (connection_id) where state = 'unknown' and subject_due_at is not null;
create index blocked_subject_due on blocked (connection_id)
  where subject_due_at is not null and dismissed_at is null and lifted_at is null;

-- A milestone can be read through its contract alone, and nothing says which one that is.
alter table unread drop constraint unread_kind_check;
alter table unread add constraint unread_kind_check
  check (kind in ('contract', 'proposal', 'milestone', 'jobs', 'credits'));
