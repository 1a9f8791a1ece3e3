-- Totals are added up in the order the index has: to sort each row into its group by hand takes as long as all
-- the rest. With the id in it no row needs to be fetched either for those that a search found.
drop index approvals_totals;
create index approvals_totals on approvals (workspace_id, standing, money_kind, type, status)
  include (total_cents, max_total_cents, at_least, expires_at, listed_at, id);

-- One agent may have asked for any number: what its lists and totals go by is in the index, and so is all that
-- the index is made of, without which the database would look at each row after all.
drop index approvals_by_agent;
create index approvals_by_agent on approvals (workspace_id, (coalesce(agent_name, token_label)))
  include (id, agent_name, token_label, standing, expires_at, ended_at, created_at, money_kind, total_cents,
    max_total_cents, at_least);

-- The same for a range of amounts in whatever order.
drop index approvals_by_amount;
create index approvals_by_amount on approvals (workspace_id, total_cents, id)
  include (standing, expires_at, ended_at, created_at, money_kind, max_total_cents, at_least);
