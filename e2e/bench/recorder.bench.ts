import { Agent, request } from "node:http";
import { join } from "node:path";
import { makeWorkspace } from "@/lib/testing/factories/make-workspace";
import { root } from "../stack/folders";
import { forkPart } from "../stack/fork-part";
import { measureFsync } from "./harness/measure-fsync";
import { runBench } from "./harness/run-bench";
import { startInbox } from "./harness/start-inbox";
import { median, throughput, timings } from "./harness/timing";

const token = "ot_pat_bench_0123456789abcdef";
const atOnce = 32;
const readsARound = 1_000;
const writesARound = 50;

await runBench(async ({ rounds, added, ratio, figure, after }) => {
  const bare = (name: string) => join(root, "e2e", "bench", "bare-http", `${name}.mjs`);
  const upstream = await forkPart(bare("upstream"), {});
  after(upstream.stop);
  const control = await forkPart(bare("pass-through"), { UPSTREAM_PORT: String(upstream.port) });
  after(control.stop);
  const origin = `http://127.0.0.1:${upstream.port}`;
  const inbox = await startInbox(after, { env: { OPENTRAIN_API_BASE_URL: origin } });
  await makeWorkspace(inbox.db, { origin, kind: "real", accountKey: "org_bench" });

  const agent = new Agent({ keepAlive: true });
  after(async () => agent.destroy());
  const ask = (port: number, method = "GET", path = "contracts?status=active") =>
    new Promise<void>((resolve, reject) => {
      const headers = { authorization: `Bearer ${token}`, "content-length": "0" };
      const sent = request({ port, agent, method, path: `/api/public/v1/${path}`, headers }, (answer) => {
        const isGood = (answer.statusCode ?? 500) < 300;
        answer.resume();
        answer.once("end", () => (isGood ? resolve() : reject(new Error(`answered ${answer.statusCode}`))));
      });
      sent.on("error", reject).end();
    });

  const read = (port: number) => async () => median(await timings(readsARound, () => ask(port)));
  const alone = await rounds({
    ours: read(inbox.webPart.port),
    direct: read(upstream.port),
    bare: read(control.port),
  });
  added("recorder, reads: added to a direct call", alone.ours, alone.direct, { atMost: 0.5 });

  const many = (port: number) => () => throughput({ atOnce, forMs: 1_500 }, () => ask(port));
  const crowd = await rounds(
    { ours: many(inbox.webPart.port), bare: many(control.port) },
    { unit: "a second" },
  );
  ratio(`recorder, reads: throughput at ${atOnce} at once`, crowd.ours, [crowd.bare], { atLeast: 0.6 });

  let count = 0;
  const fund = (port: number) => async () =>
    median(
      await timings(writesARound, () => {
        count += 1;
        return ask(port, "POST", `milestones/ms_${count}/fund`);
      }),
    );
  const writes = await rounds({
    ours: fund(inbox.webPart.port),
    direct: fund(upstream.port),
    fsync: () => measureFsync(inbox.folder),
  });
  figure(
    "recorder, co-signed writes: added to a direct call, beyond two fsyncs",
    writes.ours.median - writes.direct.median - 2 * writes.fsync.median,
    "ms",
    { atMost: 2 },
    [writes.ours, writes.direct, writes.fsync],
  );
});
