-- An id is looked for whole, in the indexes there are. Its random letters would make the index of names many
-- times as large, and every write pay for that.
create or replace function words_of(a approvals) returns text language sql stable as $$
  select countersign.fold_text(concat_ws(' ', a.counterparty, a.contract_title, a.milestone_name, a.job_title,
    a.recorded_terms ->> 'name', a.told_terms ->> 'name', a.confirmed_terms ->> 'name', a.agent_name,
    a.token_label))
$$;

drop trigger approvals_note_words on approvals;
create trigger approvals_note_words after insert or update of counterparty, contract_title, milestone_name,
  job_title, recorded_terms, told_terms, confirmed_terms, agent_name, token_label
  on approvals for each row execute function note_words();

drop index approval_words_found;
update approval_words w set words = words_of(a)
  from approvals a where a.workspace_id = w.workspace_id and a.id = w.id;
do $$
begin
  execute (select format('create index approval_words_found on approval_words using gin (words %I.gin_trgm_ops)
      with (gin_pending_list_limit = 1024)', nspname)
    from pg_extension join pg_namespace on pg_namespace.oid = extnamespace where extname = 'pg_trgm');
end
$$;

create index approvals_by_counterparty on approvals (workspace_id, counterparty_id)
  where counterparty_id is not null;
