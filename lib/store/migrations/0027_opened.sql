-- Who left for OpenTrain's page before a request was settled stands beside each row of a list.
create index events_opened on events (workspace_id, subject_id, at, id) where kind = 'opened_to_confirm';
