import { sql } from "drizzle-orm";
import { SORTS } from "@/lib/domain/listing/listing";
import { fillApprovals } from "@/lib/testing/factories/fill-approvals";
import { makeWorkspace } from "@/lib/testing/factories/make-workspace";
import { startBareNext } from "./harness/bare-next";
import type { Measured } from "./harness/figure";
import { listFilters } from "./harness/list-filters";
import { runBench } from "./harness/run-bench";
import { startInbox } from "./harness/start-inbox";
import { median, timed, timings } from "./harness/timing";

const settled = 100_000;
const waiting = 500;
const callsARound = 5;
const must = { first: { atMost: 1.5 }, next: { atMost: 3 } };

type Page = { nextCursor: string | null };
/** One order of one filter, beside what it is held against. */
type Held = { what: string; ours: Measured; controls: Measured[]; times: number };

await runBench(async ({ rounds, ratio, figure, after, say }) => {
  const at = new Date();
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
  const all: { first: Held[]; next: Held[] } = { first: [], next: [] };
  /** Of one filter in every order, the order that does worst stands for all. */
  const tell = (part: keyof typeof all, held: Held[]) => {
    all[part].push(...held);
    const [worst] = held.toSorted((a, b) => b.times - a.times);
    if (worst) ratio(worst.what, worst.ours, worst.controls, must[part]);
  };

  for (const [filter, condition] of Object.entries(listFilters(at))) {
    const addressOf = (sort: string) =>
      `${inbox.web}/api/approvals?${filter}${filter === "" ? "" : "&"}limit=50&sort=${sort}`;
    const aggregate = sql.raw(`select count(*), sum(total_cents), sum(max_total_cents) from approvals
      where workspace_id = '${inbox.workspace.workspaceId}' and (${condition})`);
    const firstPages: Record<string, string> = {};
    const nextPages: Record<string, string> = {};
    for (const sort of SORTS) {
      firstPages[sort] = await read(addressOf(sort));
      const { nextCursor } = JSON.parse(firstPages[sort]) as Page;
      // What fits one page has no second one.
      if (nextCursor) nextPages[sort] = `${addressOf(sort)}&cursor=${encodeURIComponent(nextCursor)}`;
    }

    const first = await rounds<Record<string, () => Promise<number>>>({
      aggregate: () => timed(() => inbox.db.execute(aggregate)),
      ...sides(Object.entries(firstPages), ([sort, bytes]) => ({
        [`bare ${sort}`]: perCall(bare.serve(bytes)),
        [sort]: perCall(addressOf(sort)),
      })),
    });
    const heldOf = (of: Record<string, Measured>, sort: string, part: string, beside: string[]): Held[] => {
      const ours = of[sort];
      const controls = [`bare ${sort}`, ...beside].flatMap((name) => of[name] ?? []);
      if (!ours) return [];
      const times = ours.median / controls.reduce((sum, one) => sum + one.median, 0);
      return [{ what: `GET /api/approvals?${filter} by ${sort}, ${part}`, ours, controls, times }];
    };
    tell(
      "first",
      SORTS.flatMap((sort) => heldOf(first, sort, "first page with totals", ["aggregate"])),
    );

    const seconds: [string, string, string][] = [];
    for (const [sort, address] of Object.entries(nextPages))
      seconds.push([sort, address, await read(address)]);
    if (seconds.length === 0) continue;
    const next = await rounds<Record<string, () => Promise<number>>>(
      sides(seconds, ([sort, address, bytes]) => ({
        [`bare ${sort}`]: perCall(bare.serve(bytes)),
        [sort]: perCall(address),
      })),
    );
    tell(
      "next",
      SORTS.flatMap((sort) => heldOf(next, sort, "next page", [])),
    );
  }

  for (const [part, held] of Object.entries(all) as [keyof typeof all, Held[]][]) {
    const times = held.map((one) => one.times);
    const what = part === "first" ? "first pages with totals" : "next pages";
    say(`${held.length} ${what}: median ${median(times).toFixed(2)} ×`);
    figure(`the slowest of ${held.length} ${what}`, Math.max(...times), "×", must[part], []);
  }
});

function sides<T>(
  from: T[],
  sidesOf: (one: T) => Record<string, () => Promise<number>>,
): Record<string, () => Promise<number>> {
  return Object.assign({}, ...from.map(sidesOf));
}
