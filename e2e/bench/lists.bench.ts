import { sql } from "drizzle-orm";
import { fillApprovals } from "@/lib/testing/factories/fill-approvals";
import { makeWorkspace } from "@/lib/testing/factories/make-workspace";
import { startBareNext } from "./harness/bare-next";
import { runBench } from "./harness/run-bench";
import { startInbox } from "./harness/start-inbox";
import { median, timed, timings } from "./harness/timing";

const settled = 100_000;
const waiting = 500;
const callsARound = 7;
const dayMs = 86_400_000;
const at = new Date();
const ago = (days: number) => new Date(at.getTime() - days * dayMs).toISOString();

const isOpen = "standing in ('open', 'unreadable')";
const found = (words: string) =>
  `id in (select id from approval_words where approval_words.workspace_id = approvals.workspace_id and ${words})`;

/** Each filter, and the same said in plain SQL for the aggregate that stands beside the first page. */
const filters: Record<string, string> = {
  "": isOpen,
  "phase=all": "true",
  "phase=settled": `not (${isOpen})`,
  "phase=waiting": `standing = 'open' and expires_at >= '${new Date(at.getTime() + dayMs / 4).toISOString()}'`,
  "phase=superseded": "standing = 'superseded'",
  "phase=all&type=contract_end": "type = 'contract_end'",
  "status=confirmed": "status = 'confirmed'",
  "phase=all&contractId=ctr_77": "contract_id = 'ctr_77'",
  "phase=all&jobId=job_77": "job_id = 'job_77'",
  "phase=all&agent=Agent%207": "coalesce(agent_name, token_label) = 'Agent 7'",
  "phase=all&q=lukasz": found("words like '%lukasz%'"),
  "phase=all&q=batch%20invoices": found("words like '%batch%' and words like '%invoices%'"),
  "phase=all&q=ctr_77": "contract_id = 'ctr_77'",
  [`phase=all&from=${ago(30)}`]: `listed_at >= '${ago(30)}'`,
  [`phase=all&from=${ago(100)}&to=${ago(99)}`]: `listed_at >= '${ago(100)}' and listed_at < '${ago(99)}'`,
  "phase=all&min=400000": "total_cents >= 400000",
  "phase=all&min=100000&max=110000": "total_cents between 100000 and 110000",
};
const sorts = ["expires", "resolved", "created", "amount"].flatMap((sort) => [sort, `-${sort}`]);

type Page = { nextCursor: string | null };

await runBench(async ({ rounds, ratio, after, say }) => {
  const bare = await startBareNext();
  after(bare.stop);
  const inbox = await startInbox(after);
  const origin = inbox.sandbox;
  const theirs = [await makeWorkspace(inbox.db, { origin }), await makeWorkspace(inbox.db, { origin })];
  for (const made of [inbox.workspace, ...theirs]) {
    await fillApprovals(inbox.db, made, { settled, waiting, at });
  }
  for (const table of ["approvals", "approval_words"]) await inbox.vacuum(table);
  say(`${settled} settled and ${waiting} waiting in each of three workspaces`);

  const read = async (address: string): Promise<string> => {
    const answer = await fetch(address, { headers: { cookie: inbox.cookie } });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${address}: ${answer.status} ${text}`);
    return text;
  };
  const perCall = (address: string) => async () => median(await timings(callsARound, () => read(address)));

  for (const [filter, condition] of Object.entries(filters)) {
    const list = `${inbox.web}/api/approvals?${filter}`;
    const first = await read(list);
    const name = `GET /api/approvals?${filter}`;
    const aggregate = sql.raw(`select count(*), sum(total_cents), sum(max_total_cents) from approvals
      where workspace_id = '${inbox.workspace.workspaceId}' and ${condition}`);
    const whole = await rounds({
      ours: perCall(list),
      bare: perCall(bare.serve(first)),
      aggregate: () => timed(() => inbox.db.execute(aggregate)),
    });
    ratio(`${name}, first page with totals`, whole.ours, [whole.bare, whole.aggregate], { atMost: 1.5 });
    for (const sort of sorts) {
      const sorted = `${list}${filter === "" ? "" : "&"}sort=${sort}&limit=50`;
      const { nextCursor } = JSON.parse(await read(sorted)) as Page;
      // What fits one page has no second one.
      if (!nextCursor) continue;
      const next = `${sorted}&cursor=${encodeURIComponent(nextCursor)}`;
      const page = await rounds({ ours: perCall(next), bare: perCall(bare.serve(await read(next))) });
      ratio(`${name} by ${sort}, next page`, page.ours, [page.bare], { atMost: 3 });
    }
  }
});
