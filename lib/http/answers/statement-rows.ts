import type { Approval } from "@/lib/api/types";
import { answerApprovals } from "@/lib/http/answers/approvals";
import type { Ctx } from "@/lib/services/context";

/** More than this is no statement that anybody reads; the file of the export has all of it. */
export const mostStatementRows = 2_000;
const atOnce = 200;

/** Every row of a list, newest first, as far as paper goes. */
export async function answerStatementRows(ctx: Ctx, search: string): Promise<Approval[]> {
  const rows: Approval[] = [];
  let cursor: string | null = null;
  do {
    const query = new URLSearchParams(search);
    query.set("limit", String(atOnce));
    if (cursor !== null) query.set("cursor", cursor);
    const page = await answerApprovals(ctx, query);
    rows.push(...page.approvals);
    cursor = page.nextCursor;
  } while (cursor !== null && rows.length < mostStatementRows);
  return rows;
}
