-- What a page says is left is told by OpenTrain's clock as we know it. When that one jumps, every figure of
-- time on it is another, though no request has changed.
create function note_clock() returns trigger language plpgsql as $$
begin
  insert into countersign.changes (workspace_id, kind) values
    (new.workspace_id, 'approval'), (new.workspace_id, 'summary');
  perform pg_notify('countersign_changes', new.workspace_id::text);
  return null;
end
$$;
create trigger connections_note_clock after update on connections
  for each row when (abs(old.clock_offset_ms - new.clock_offset_ms) >= 5000) execute function note_clock();
