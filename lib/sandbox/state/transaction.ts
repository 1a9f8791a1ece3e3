import { newId, oddId } from "../ids";
import type { Account, Meta, TableName, Tables } from "./shapes";
import type { Table } from "./table";
import type { World } from "./world";

export type Change = { table: TableName; id: string; row: Tables[TableName] | null };

export const META_ID = "world";

/** One step of the world: what it read, what it changed, and the single instant at which it happened. */
export class Transaction {
  private readonly changes = new Map<string, Change>();
  private readonly undo: (() => void)[] = [];

  constructor(
    readonly world: World,
    readonly wallNow: number,
  ) {}

  get<K extends TableName>(table: K, id: string): Tables[K] | undefined {
    return this.world[table].get(id) as Tables[K] | undefined;
  }

  /** For rows whose existence another row guarantees. */
  must<K extends TableName>(table: K, id: string): Tables[K] {
    const row = this.get(table, id);
    if (!row) throw new Error(`${table} has no row ${id}`);
    return row;
  }

  of<K extends TableName>(table: K, accountId: string): Tables[K][] {
    return this.world[table].of(accountId) as Tables[K][];
  }

  /** By one of the fields the world has an index for. */
  where<K extends TableName>(table: K, field: keyof Tables[K], value: unknown): Tables[K][] {
    return (this.world[table] as unknown as Table<Tables[K]>).where(field, value);
  }

  put<K extends TableName>(table: K, row: Tables[K]): Tables[K] {
    const before = this.get(table, row.id);
    this.remember({ table, id: row.id, row }, () =>
      before ? this.place(table, before) : this.world[table].remove(row.id),
    );
    this.place(table, row);
    return row;
  }

  remove(table: TableName, id: string): void {
    const before = this.get(table, id);
    if (!before) return;
    this.remember({ table, id, row: null }, () => this.place(table, before));
    this.world[table].remove(id);
  }

  account(id: string): Account {
    return this.must("accounts", id);
  }

  meta(): Meta {
    return this.must("meta", META_ID);
  }

  /** The account's own time. */
  now(accountId: string): number {
    return this.wallNow + this.account(accountId).clockOffsetMs;
  }

  newId(accountId: string, prefix: string): string {
    return this.account(accountId).guesses.oddIds ? oddId(prefix) : newId(prefix);
  }

  changed(): Change[] {
    return [...this.changes.values()];
  }

  /** All of it or nothing: what a failed attempt had changed is put back before its error goes on. */
  attempt<T>(step: () => T): T {
    const steps = this.undo.length;
    try {
      return step();
    } catch (error) {
      for (const back of this.undo.splice(steps).reverse()) back();
      throw error;
    }
  }

  rollback(): void {
    for (const step of this.undo.reverse()) step();
  }

  private remember(change: Change, back: () => void): void {
    const key = `${change.table}/${change.id}`;
    const before = this.changes.get(key);
    this.changes.set(key, change);
    this.undo.push(() => {
      back();
      if (before) this.changes.set(key, before);
      else this.changes.delete(key);
    });
  }

  private place<K extends TableName>(table: K, row: Tables[K]): void {
    (this.world[table] as unknown as Table<Tables[K]>).put(row);
  }
}
