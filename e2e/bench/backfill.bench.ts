import { rmSync } from "node:fs";
import { createDb, createPool } from "@/lib/store/pool";
import { startOwnPostgres } from "@/lib/testing/factories/own-postgres";
import { readThePast } from "@/lib/testing/read-the-past";
import { makeScratchFolder } from "../stack/folders";
import { findFreePort } from "../stack/free-port";
import { callDoor } from "../stack/sandbox-door";
import { startUpstream, type Tokens } from "../stack/sandbox-process";
import { runBench } from "./harness/run-bench";
import { timed } from "./harness/timing";

const atOnce = 16;

type Account = { accountId: string; tokens: Tokens };
type Page = { events: { data: { approvalId?: string } }[]; nextCursor: string; hasMore: boolean };
type Read = {
  approval: { contractId: string | null; proposalId: string | null; result: { contractId?: string } | null };
};

/** What reading the past asks for, found out beforehand: here as there, a hire's contract names its freelancer. */
async function pathsOf(
  read: (path: string) => Promise<unknown>,
): Promise<{ pages: string[]; others: string[] }> {
  const pages: string[] = [];
  const ids = new Set<string>();
  for (let [cursor, isOver] = ["", false]; !isOver; ) {
    pages.push(`/updates?limit=200${cursor}`);
    const page = (await read(pages.at(-1) ?? "")) as Page;
    for (const { data } of page.events) if (data.approvalId) ids.add(data.approvalId);
    cursor = `&cursor=${page.nextCursor}`;
    isOver = !page.hasMore;
  }
  const proposals = new Set<string>();
  for (const id of ids) {
    const { approval } = (await read(`/approvals/${id}`)) as Read;
    const { contractId, proposalId, result } = approval;
    if (proposalId && !contractId && !result?.contractId) proposals.add(proposalId);
  }
  const others = [
    "/contracts",
    "/jobs/mine?limit=100",
    ...[...ids].map((id) => `/approvals/${id}`),
    ...[...proposals].map((id) => `/proposals/${id}`),
  ];
  return { pages, others };
}

await runBench(async ({ rounds, ratio, after, say }) => {
  const { folder } = makeScratchFolder("bench");
  after(async () => rmSync(folder, { recursive: true, force: true }));
  const postgres = await startOwnPostgres({ durable: true });
  after(postgres.stop);
  const port = await findFreePort();
  const sandbox = `http://localhost:${port}`;
  after((await startUpstream(folder, port)).stop);
  const account = await callDoor<Account>(sandbox, "POST", "/accounts", { scenario: "large" });
  const pool = createPool(postgres.url, { max: 10 });
  after(() => pool.end());
  const db = createDb(pool);
  const token = account.tokens.owner;
  // Each time in a workspace of its own, so that nothing is known yet.
  const readAll = () => readThePast(db, { origin: sandbox, token });

  const headers = { authorization: `Bearer ${token}` };
  const download = async (path: string) => {
    const answer = await fetch(`${sandbox}/api/public/v1${path}`, { headers });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
    return text;
  };

  const stored = await readAll();
  const { pages, others } = await pathsOf(async (path) => JSON.parse(await download(path)));
  const calls = pages.length + others.length;
  if (stored.events !== 20_000 || stored.approvals !== 5_000) throw new Error("it is not the history wanted");
  if (stored.calls !== calls) throw new Error(`reading the past took ${stored.calls} calls, not ${calls}`);
  say(`${stored.events} events and ${stored.approvals} approvals in ${calls} calls`);

  const downloadAll = () =>
    timed(async () => {
      for (const path of pages) await download(path);
      const queue = others.values();
      const lanes = Array.from({ length: atOnce }, async () => {
        for (const path of queue) await download(path);
      });
      await Promise.all(lanes);
    });

  const { ours, control } = await rounds(
    { ours: async () => (await readAll()).ms, control: downloadAll },
    { warmUp: false },
  );
  ratio("reading the past, beside downloading the same bytes", ours, [control], { atMost: 4 });
});
