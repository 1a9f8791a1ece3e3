import type { TableName, Tables } from "./shapes";
import { Table } from "./table";

export type World = { [K in TableName]: Table<Tables[K]> };

export function emptyWorld(): World {
  return {
    accounts: new Table(),
    tokens: new Table(),
    jobs: new Table(),
    proposals: new Table(),
    contracts: new Table(),
    milestones: new Table("contractId"),
    approvals: new Table("proposalId", "contractId"),
    invoices: new Table(),
    ledger: new Table(),
    topUps: new Table(),
    events: new Table(),
    webhooks: new Table(),
    deliveries: new Table("webhookId"),
    agent: new Table(),
    meta: new Table(),
  };
}

export function tableNames(world: World): TableName[] {
  return Object.keys(world) as TableName[];
}
