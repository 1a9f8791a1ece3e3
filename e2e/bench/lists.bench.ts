import { sql } from "drizzle-orm";
import { fillApprovals } from "@/lib/testing/factories/fill-approvals";
import { makeWorkspace } from "@/lib/testing/factories/make-workspace";
import { startBareNext } from "./harness/bare-next";
import { runBench } from "./harness/run-bench";
import { startInbox } from "./harness/start-inbox";
import { median, timed, timings } from "./harness/timing";

const settled = 100_000;
const waiting = 500;
const callsARound = 15;

type Page = { nextCursor: string | null };

await runBench(async ({ rounds, ratio, after, say }) => {
  const bare = await startBareNext();
  after(bare.stop);
  const inbox = await startInbox(after);
  const at = new Date();
  const origin = inbox.sandbox;
  const theirs = [await makeWorkspace(inbox.db, { origin }), await makeWorkspace(inbox.db, { origin })];
  for (const made of [inbox.workspace, ...theirs])
    await fillApprovals(inbox.db, made, { settled, waiting, at });
  await inbox.db.execute(sql`analyze approvals`);
  say(`${settled} settled and ${waiting} waiting in each of three workspaces`);

  const read = async (address: string): Promise<string> => {
    const answer = await fetch(address, { headers: { cookie: inbox.cookie } });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${address}: ${answer.status} ${text}`);
    return text;
  };
  const perCall = (address: string) => async () => median(await timings(callsARound, () => read(address)));
  const aggregate = () =>
    inbox.db.execute(sql`select count(*), sum(total_cents), sum(max_total_cents) from approvals
      where workspace_id = ${inbox.workspace.workspaceId}`);

  for (const query of ["phase=all", "phase=settled", "phase=open"]) {
    const list = `${inbox.web}/api/approvals?${query}`;
    const first = await read(list);
    const { nextCursor } = JSON.parse(first) as Page;
    if (!nextCursor) throw new Error(`${query} has no second page`);
    const next = `${list}&cursor=${encodeURIComponent(nextCursor)}`;
    const page = await rounds({ ours: perCall(next), bare: perCall(bare.serve(await read(next))) });
    ratio(`GET /api/approvals?${query}, next page`, page.ours, [page.bare], { atMost: 3 });
    const whole = await rounds({
      ours: perCall(list),
      bare: perCall(bare.serve(first)),
      aggregate: async () => timed(aggregate),
    });
    ratio(`GET /api/approvals?${query}, first page`, whole.ours, [whole.bare, whole.aggregate], {
      atMost: 1.5,
    });
  }
});
