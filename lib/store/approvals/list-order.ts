import { type SQL, sql } from "drizzle-orm";
import type { ApprovalSort } from "@/lib/domain/listing/listing";

/**
 * What a list is ordered by: a column that approvals and their former places both have. What is not known
 * comes last either way; ties go by id, in the same direction.
 */
export type ListOrder = {
  column: SQL;
  direction: SQL;
  /** What lies further on. */
  beyond: SQL;
  /** A place as a number, and back. */
  toNumber: (place: SQL) => SQL;
  fromNumber: (place: number) => SQL;
};

const columns = { expires: "expires_at", resolved: "ended_at", created: "created_at", amount: "total_cents" };

export function orderOf(sort: ApprovalSort): ListOrder {
  const isReversed = sort.startsWith("-");
  const name = sort.replace("-", "") as keyof typeof columns;
  return {
    column: sql`${sql.identifier(columns[name])}`,
    direction: isReversed ? sql`desc` : sql`asc`,
    beyond: isReversed ? sql`<` : sql`>`,
    ...(name === "amount" ? cents : instants),
  };
}

const cents = { toNumber: (place: SQL) => place, fromNumber: (place: number) => sql`${place}::bigint` };
const instants = {
  toNumber: (place: SQL) => sql`extract(epoch from ${place}) * 1000`,
  fromNumber: (place: number) => sql`${new Date(place).toISOString()}::timestamptz`,
};
