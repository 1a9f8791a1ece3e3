import { sql } from "drizzle-orm";
import { fillApprovals } from "@/lib/testing/factories/fill-approvals";
import { type BenchInbox, startInbox } from "./start-inbox";

export const waiting = 500;

/** An inbox with 500 waiting, and as many settled as asked for, which was read a moment ago. */
export async function fillInbox(
  after: (undo: () => Promise<unknown>) => void,
  { settled = 1_000 }: { settled?: number } = {},
): Promise<BenchInbox> {
  const inbox = await startInbox(after);
  await fillApprovals(inbox.db, inbox.workspace, { settled, waiting, at: new Date() });
  for (const table of ["approvals", "approval_words"]) await inbox.vacuum(table);
  // Nobody follows, so that only what is measured is at work; the page is as if somebody did.
  await inbox.db.execute(
    sql`update connections set sync_state = 'ok', last_read_at = now() + interval '1 hour'`,
  );
  return inbox;
}
