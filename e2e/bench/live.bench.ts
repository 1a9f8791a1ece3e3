import { sql } from "drizzle-orm";
import { insertCaptureKeyRow } from "@/lib/testing/factories/insert-capture-key";
import { Agent, type Asked } from "../fixtures/agent";
import { Human } from "../fixtures/human";
import { callDoor } from "../stack/sandbox-door";
import type { Stack } from "../stack/start-stack";
import { until } from "../stack/until";
import { type Measured, measured } from "./harness/figure";
import { hearTold } from "./harness/hear-told";
import { openPage } from "./harness/open-page";
import { runBench } from "./harness/run-bench";
import { startInbox } from "./harness/start-inbox";
import { percentile, timed } from "./harness/timing";

const times = 30;
/** What waits beside them all the time. */
const waitingBeside = 10;
const direct = 10;
const intervalMs = 1_000;
const rarelyMs = 60_000;

/** Milliseconds after it began, by name, in the order in which it happens. */
type Hops = Record<string, number>;

await runBench(async ({ figure, after, say }) => {
  const inbox = await startInbox(after);
  const polling = await inbox.startWorker({ SYNC_INTERVAL_MS: String(intervalMs) });
  const { secret } = await insertCaptureKeyRow(inbox.db, inbox.workspace.workspaceId);
  const { accountId, tokens } = inbox.account;
  const stack = { web: inbox.web, sandbox: inbox.sandbox, accountId, tokens, captureKey: secret } as Stack;
  const [agent, human] = [new Agent(stack), new Human(stack)];
  const page = await openPage(inbox, after);
  const toldAt = await hearTold(inbox, after);

  for (const proposalId of await agent.hirable()) {
    const { id } = await agent.hire(proposalId, { name: "Pilot", amount: 40 });
    await human.confirm(id);
  }
  // Those that are paid by the hour or the label take no amount.
  const contracts: { id: string }[] = [];
  for (const { id } of await agent.contracts()) {
    const isTaken = await agent.newMilestone("First", 20, id).catch(() => null);
    if (isTaken) contracts.push({ id });
  }
  let made = 0;
  // By turns, since no contract has a hundred milestones.
  const milestone = async () => {
    made += 1;
    const contract = contracts[made % contracts.length];
    return (await agent.newMilestone(`Measured ${made}`, 20 + (made % times), contract?.id)).id;
  };
  const phaseOf = async (id: string) => {
    const answer = await fetch(`${inbox.web}/api/approvals/${id}`, { headers: { cookie: inbox.cookie } });
    return answer.ok ? ((await answer.json()) as { approval: { phase: string } }).approval.phase : null;
  };
  const onPage = async (id: string, began: number, at: number, since = began): Promise<Hops> => {
    const list = await page.listBefore(at);
    return {
      "told on a stream": toldAt(id, since) - began,
      "list asked for": list.asked - began,
      "list answered": list.answered - began,
      painted: at - began,
    };
  };
  const say95 = (what: string, all: Hops[], atMost: number, control: Measured[] = []) => {
    const rounds = (hop: string) => all.map((hops) => hops[hop] ?? Number.NaN);
    const hops = Object.keys(all[0] ?? {}).map((hop) => measured(hop, "ms", rounds(hop)));
    figure(`${what}, p95`, percentile(rounds("painted"), 95), "ms", { atMost }, [...control, ...hops]);
  };

  const call = async (work: () => Promise<Asked>) => {
    const began = Date.now();
    const asked = await work();
    const answered = Date.now() - began;
    return {
      id: asked.id,
      hops: { answered, ...(await onPage(asked.id, began, await page.came(asked.id))) },
    };
  };
  const tell = async () => {
    const asked = await agent.fund(await milestone());
    return call(async () => {
      await agent.tell(asked);
      return asked;
    });
  };
  const record = async () => {
    const id = await milestone();
    return call(() => agent.recorded().fund(id));
  };
  const askDirectly = async () => {
    const all: number[] = [];
    for (let turn = 0; turn < direct; turn += 1) {
      const id = await milestone();
      all.push(await timed(() => agent.fund(id)));
    }
    return measured("the same call without us", "ms", all);
  };
  const askAll = async (what: string, ask: typeof tell, control: Measured[] = []) => {
    const all: Awaited<ReturnType<typeof tell>>[] = [];
    for (let turn = 0; turn < times; turn += 1) all.push(await ask());
    say95(
      `${what} → on an open page`,
      all.map(({ hops }) => hops),
      500,
      control,
    );
    // Off the page again, before it has to leave the later ones out.
    await Promise.all(all.map(({ id }) => human.decline(id)));
    for (const { id } of all) await page.went(id);
  };
  const readAt = async (path: string, began: number) => {
    const { calls } = await callDoor<{ calls: { at: string; method: string; path: string }[] }>(
      inbox.sandbox,
      "GET",
      `/calls?accountId=${accountId}`,
    );
    const read = calls.find(
      (one) => one.method === "GET" && one.path.endsWith(path) && Date.parse(one.at) >= began,
    );
    return read ? Date.parse(read.at) - began : Number.NaN;
  };
  const confirmAll = async (what: string, atMost: number) => {
    const all: Hops[] = [];
    for (let turn = 0; turn < times; turn += 1) {
      const { id } = await tell();
      await until("the request to be proven", async () => (await phaseOf(id)) === "waiting" || null);
      const began = Date.now();
      await human.confirm(id);
      const answered = Date.now() - began;
      const at = await page.went(id);
      const read = await readAt(`/approvals/${id}`, began);
      all.push({
        "confirmed at OpenTrain": answered,
        "feed read": await readAt("/updates", began),
        "approval read": read,
        // What was told of it before that was told of its being asked.
        ...(await onPage(id, began, at, began + read)),
      });
    }
    say95(`confirmed → on an open page ${what}`, all, atMost);
  };

  for (let turn = 0; turn < waitingBeside; turn += 1) await tell();
  await askAll("asked through the recorder", record, [await askDirectly()]);
  await askAll("handed over by POST /api/capture", tell);
  await confirmAll(`by polling every ${intervalMs} ms`, intervalMs + 1_000);

  await polling.stop();
  await inbox.db.execute(sql`update connection_tokens set scopes = scopes || '{webhooks:manage}'`);
  await inbox.startWorker({ SYNC_INTERVAL_MS: String(rarelyMs), APP_URL: inbox.web });
  await until("a webhook", async () => {
    const { rows } = await inbox.db.execute(sql`select 1 from webhooks where state = 'active'`);
    return rows.length > 0 || null;
  });
  say("OpenTrain tells of events by itself");
  await confirmAll(`with a webhook, and by polling every ${rarelyMs} ms`, 1_000);
});
