-- A refusal that is settled late asks whether the same was asked for again since and went through. No id is longer
-- than what an index takes.
update asks set subject_id = left(subject_id, 500) where length(subject_id) > 500;
create index asks_went_through on asks (workspace_id, subject_id, action) where state in ('accepted', 'done');
