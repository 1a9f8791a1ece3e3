import { readFileSync } from "node:fs";
import pg from "pg";
import { insertApprovalRow } from "@/lib/testing/factories/insert-approval";
import { EventStream } from "../fixtures/event-stream";
import { measured } from "./harness/figure";
import { runBench } from "./harness/run-bench";
import { startInbox } from "./harness/start-inbox";

const streams = 500;
const mostMs = 2_000;
const mostMb = 150;

/** What the process holds in memory, by the system's own account of it. */
function megabytesOf(pid: number): number {
  const kilobytes = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1];
  return Number(kilobytes) / 1024;
}

await runBench(async ({ rounds, figure, after, say }) => {
  const inbox = await startInbox(after, { isFollowed: true });
  const worker = inbox.worker?.pid ?? 0;
  const add = () => insertApprovalRow(inbox.db, inbox.workspace);
  const direct = new pg.Client({ connectionString: inbox.databaseUrl });
  await direct.connect();
  after(() => direct.end());
  await direct.query("listen countersign_changes");

  // Everything that is loaded at the first use is there before memory is looked at.
  const first = await new EventStream(inbox.web, inbox.cookie).open();
  await add();
  first.close();
  const before = { web: megabytesOf(inbox.webPart.pid), worker: megabytesOf(worker) };
  const open: EventStream[] = [];
  for (let at = 0; at < streams; at += 1) open.push(await new EventStream(inbox.web, inbox.cookie).open());
  after(async () => {
    for (const stream of open) stream.close();
  });
  say(`${streams} streams are open`);

  const tellAll = async () => {
    const began = performance.now();
    const told = open.map((stream) => stream.next());
    await add();
    await Promise.all(told);
    return performance.now() - began;
  };
  const hearOnce = async () => {
    const began = performance.now();
    const heard = new Promise((resolve) => direct.once("notification", resolve));
    await add();
    await heard;
    return performance.now() - began;
  };
  const { all, one } = await rounds({ all: tellAll, one: hearOnce });
  figure(`one change, ${streams} open streams: all told`, all.median, "ms", { atMost: mostMs }, [
    { ...all, name: `${streams} streams` },
    { ...one, name: "one listener on the database" },
  ]);
  for (let at = 0; at < 200; at += 1) await tellAll();
  const grown = {
    web: megabytesOf(inbox.webPart.pid) - before.web,
    worker: megabytesOf(worker) - before.worker,
  };
  figure(
    `${streams} open streams and 200 changes: web and worker grow`,
    grown.web + grown.worker,
    "MB",
    { atMost: mostMb },
    [
      measured("web", "MB", [grown.web]),
      measured("worker", "MB", [grown.worker]),
      measured("web before", "MB", [before.web]),
    ],
  );
});
