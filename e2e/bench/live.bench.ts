import { chromium, type Page } from "@playwright/test";
import { sql } from "drizzle-orm";
import { insertCaptureKeyRow } from "@/lib/testing/factories/insert-capture-key";
import { Agent } from "../fixtures/agent";
import { Human } from "../fixtures/human";
import type { Stack } from "../stack/start-stack";
import { until } from "../stack/until";
import { measured } from "./harness/figure";
import { runBench } from "./harness/run-bench";
import { type BenchInbox, startInbox } from "./harness/start-inbox";
import { percentile, timed } from "./harness/timing";

const times = 30;
const intervalMs = 1_000;
const rarelyMs = 60_000;

/** When a link to it comes, or goes, by this machine's one clock. */
function seen(page: Page, id: string, isThere: boolean): Promise<number> {
  return page.evaluate(
    ({ id, isThere }) =>
      new Promise<number>((resolve) => {
        const look = () => {
          const found = document.querySelector(`main a[href="/approvals/${id}"]`) !== null;
          if (found !== isThere) return;
          watch.disconnect();
          resolve(Date.now());
        };
        const watch = new MutationObserver(look);
        watch.observe(document.body, { subtree: true, childList: true, attributes: true });
        look();
      }),
    { id, isThere },
  );
}

async function openPage(inbox: BenchInbox, after: (undo: () => Promise<unknown>) => void): Promise<Page> {
  const { CHROMIUM_PATH } = process.env;
  const browser = await chromium.launch({
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
    ],
    ...(CHROMIUM_PATH ? { executablePath: CHROMIUM_PATH } : {}),
  });
  after(() => browser.close());
  const context = await browser.newContext({ baseURL: inbox.web, viewport: { width: 1440, height: 900 } });
  const [name = "", value = ""] = inbox.cookie.split("=");
  await context.addCookies([{ name, value, url: inbox.web }]);
  const page = await context.newPage();
  await page.goto("/");
  await page.locator("[data-slot=live-state]:visible").filter({ hasText: "Live" }).first().waitFor();
  return page;
}

await runBench(async ({ figure, after, say }) => {
  const inbox = await startInbox(after);
  const polling = await inbox.startWorker({ SYNC_INTERVAL_MS: String(intervalMs) });
  const { secret } = await insertCaptureKeyRow(inbox.db, inbox.workspace.workspaceId);
  const { accountId, tokens } = inbox.account;
  const stack = { web: inbox.web, sandbox: inbox.sandbox, accountId, tokens, captureKey: secret } as Stack;
  const [agent, human] = [new Agent(stack), new Human(stack)];
  const page = await openPage(inbox, after);

  const ask = async (at: number) => agent.fund((await agent.newMilestone(`Measured ${at}`, 20 + at)).id);
  const tellAndSee = async (asked: Awaited<ReturnType<typeof ask>>) => {
    const shown = seen(page, asked.id, true);
    const began = Date.now();
    const called = await timed(() => agent.tell(asked));
    return { ms: (await shown) - began, called };
  };
  const confirmAndSee = async (id: string) => {
    const shown = seen(page, id, false);
    const began = Date.now();
    await human.confirm(id);
    return (await shown) - began;
  };
  const confirmAll = async (name: string) => {
    const all: number[] = [];
    for (let at = 0; at < times; at += 1) {
      const asked = await ask(at);
      await tellAndSee(asked);
      await until("the request to be proven", async () => (await isListed(asked.id)) || null);
      all.push(await confirmAndSee(asked.id));
    }
    return measured(name, "ms", all);
  };
  const isListed = async (id: string) => {
    const answer = await fetch(`${inbox.web}/api/approvals/${id}`, { headers: { cookie: inbox.cookie } });
    return (
      answer.ok && ((await answer.json()) as { approval: { phase: string } }).approval.phase === "waiting"
    );
  };
  const p95 = ({ rounds }: { rounds: number[] }) => percentile(rounds, 95);

  const told: { ms: number; called: number }[] = [];
  for (let at = 0; at < times; at += 1) told.push(await tellAndSee(await ask(at)));
  const asked = measured(
    "asked by POST /api/capture",
    "ms",
    told.map(({ ms }) => ms),
  );
  const call = measured(
    "the call alone",
    "ms",
    told.map(({ called }) => called),
  );
  figure("asked → on an open page, p95", p95(asked), "ms", { atMost: 500 }, [asked, call]);

  const polled = await confirmAll(`read every ${intervalMs} ms`);
  figure("confirmed → on an open page by polling, p95", p95(polled), "ms", { atMost: intervalMs + 1_000 }, [
    polled,
  ]);

  await polling.stop();
  await inbox.db.execute(sql`update connection_tokens set scopes = scopes || '{webhooks:manage}'`);
  await inbox.startWorker({ SYNC_INTERVAL_MS: String(rarelyMs), APP_URL: inbox.web });
  await until("a webhook", async () => {
    const { rows } = await inbox.db.execute(sql`select 1 from webhooks where state = 'active'`);
    return rows.length > 0 || null;
  });
  say("OpenTrain tells of events by itself");
  const hooked = await confirmAll(`told by a webhook, read every ${rarelyMs} ms`);
  figure("confirmed → on an open page with a webhook, p95", p95(hooked), "ms", { atMost: 1_000 }, [hooked]);
});
