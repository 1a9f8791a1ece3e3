-- The request that replaced one which was confirmed all the same names it, so that a list can say so.
alter table approvals add column confirmed_instead text;

with recursive chain as (
  select workspace_id, superseded_by as id, id as confirmed, 1 as steps
    from approvals where replaced_but_confirmed
  union all
  select chain.workspace_id, older.superseded_by, chain.confirmed, chain.steps + 1
    from chain join approvals older
      on older.workspace_id = chain.workspace_id and older.id = chain.id
    where older.superseded_by is not null and older.status is distinct from 'confirmed' and chain.steps < 1000
)
update approvals set confirmed_instead = chain.confirmed
  from chain where approvals.workspace_id = chain.workspace_id and approvals.id = chain.id;
