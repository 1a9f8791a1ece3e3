import { afterEach, describe, expect, it } from "vitest";
import { captureApproval } from "@/lib/services/approvals/capture";
import { getApproval } from "@/lib/services/approvals/get";
import { noteOpenedToConfirm } from "@/lib/services/approvals/note-opened";
import { requestRead } from "@/lib/services/approvals/request-read";
import { getHealth } from "@/lib/services/health/get";
import { beat } from "@/lib/store/heartbeats";
import { addJob, syncJobKey, workerBeat } from "@/lib/store/jobs";
import { createDb, createPool } from "@/lib/store/pool";
import { checkSeals } from "@/lib/store/seals/check-seals";
import { useTestDatabase } from "@/lib/testing/database";
import { makeWorkspace } from "@/lib/testing/factories/make-workspace";
import { useTinyUpstream } from "@/lib/testing/factories/upstream";
import { wireApproval } from "@/lib/testing/factories/wire";
import { keepRunner } from "@/lib/worker/keep-runner";
import { tasksOn } from "@/lib/worker/tasks";
import { startTicker } from "@/lib/worker/ticker";

const database = useTestDatabase();
const upstream = useTinyUpstream();
const soon = { timeout: 10_000, interval: 20 };
let stop: () => Promise<void> = async () => {};
afterEach(() => stop());

async function startWorker(syncEveryMs: number): Promise<void> {
  const [work, jobs] = [createPool(database.url), createPool(database.url, { max: 8 })];
  const db = createDb(work);
  const runner = keepRunner(jobs, tasksOn(db));
  const ticker = startTicker(db, syncEveryMs, runner.workerIds);
  stop = async () => {
    stop = async () => {};
    ticker.stop();
    await runner.stop();
    await Promise.all([work.end(), jobs.end()]);
  };
  await runner.ready;
}

async function waiting() {
  upstream.heal();
  const made = await makeWorkspace(database.db, { origin: upstream.origin });
  const wire = wireApproval(upstream.origin);
  upstream.approvals.set(wire.id, wire);
  const input = { id: wire.id, told: null, request: null, agent: null, way: "capture" as const };
  const capture = () => captureApproval({ ctx: made.agent(), input });
  const standing = async () => {
    const found = await getApproval({ ctx: made.as("owner"), input: { id: wire.id } }).catch(() => null);
    return found?.approval.standing ?? null;
  };
  return { made, wire, capture, standing };
}

describe("the worker", () => {
  it("seals what was written down while nobody sealed", async () => {
    await makeWorkspace(database.db, { origin: upstream.origin });
    await database.pool.query(
      `insert into events (at, kind, actor_kind, subject_kind, data)
       select now(), 'told', 'system', 'installation', '{}' from generate_series(1, 1200)`,
    );
    await startWorker(60_000);
    await expect.poll(async () => (await checkSeals(database.db)).waiting, soon).toBe(0);
    expect((await checkSeals(database.db)).broken).toEqual([]);
  });

  it("follows the feed by its own clock, and says that it lives", async () => {
    const { wire, capture, standing } = await waiting();
    await capture();
    await startWorker(50);
    upstream.settle(wire.id, { status: "declined" });
    await expect.poll(standing, soon).toBe("declined");
    expect((await getHealth({ db: database.db, now: new Date() })).worker).toBe("ok");
    expect((await getHealth({ db: database.db, now: new Date(Date.now() + 30_000) })).worker).toBe("late");
    expect((await getHealth({ db: database.db, now: new Date(Date.now() + 90_000) })).worker).toBe("down");
  });

  it("proves a claim that nobody came back to after a crash", async () => {
    const { made, wire, capture, standing } = await waiting();
    upstream.fail(new RegExp(wire.id), 404, 1);
    expect((await capture()).state).toBe("claimed");
    await database.pool.query("update graphile_worker._private_jobs set run_at = now() where key = $1", [
      `claim ${made.workspaceId} ${wire.id}`,
    ]);
    await startWorker(3_600_000);
    await expect.poll(standing, soon).toBe("open");
  });

  it("reads one approval when asked, and after somebody left to decide", async () => {
    const { made, wire, capture, standing } = await waiting();
    await capture();
    await startWorker(3_600_000);
    upstream.approvals.set(wire.id, { ...wire, status: "confirmed" });
    const ctx = made.as("owner");
    for (const _ of [1, 2, 3]) await requestRead({ ctx, input: { id: wire.id } });
    await expect.poll(standing, soon).toBe("confirmed");
    await noteOpenedToConfirm({ ctx, input: { id: wire.id } });
    const { history } = await getApproval({ ctx, input: { id: wire.id } });
    expect(history.find(({ kind }) => kind === "opened_to_confirm")).toMatchObject({
      actor: { kind: "person", label: "Ada" },
    });
  });

  it("works on after another worker was killed in the middle of a round", async () => {
    const { made, wire, capture, standing } = await waiting();
    await capture();
    upstream.settle(wire.id, { status: "expired" });
    // As a killed one leaves it: its job held, its session gone.
    await addJob(
      database.db,
      "sync_connection",
      { connectionId: made.connectionId },
      { key: syncJobKey(made.connectionId) },
    );
    await database.pool.query(
      "update graphile_worker._private_jobs set locked_by = 'killed', locked_at = now(), attempts = 1 where key = $1",
      [syncJobKey(made.connectionId)],
    );
    await startWorker(50);
    await expect.poll(standing, soon).toBe("lapsed");
  });

  it("frees the jobs of the dead, and leaves those of the living alone", async () => {
    const { made, wire, capture, standing } = await waiting();
    await capture();
    upstream.approvals.set(wire.id, { ...wire, status: "confirmed" });
    await database.pool.query("delete from graphile_worker._private_jobs");
    const lockedBy = async (who: string, id: string, secondsAgo: number) => {
      const payload = { workspaceId: made.workspaceId, id };
      await addJob(database.db, "read_approval", payload, { key: `${who} ${id}` });
      await database.pool.query(
        `update graphile_worker._private_jobs
         set locked_by = $1, locked_at = now() - make_interval(secs => $2), attempts = 1 where key = $3`,
        [who, secondsAgo, `${who} ${id}`],
      );
    };
    await lockedBy("killed", wire.id, 30);
    await lockedBy("alive", "somebody_elses", 30);
    await lockedBy("just_begun", "a_new_one", 1);
    await beat(database.db, workerBeat("alive"), new Date());
    await startWorker(3_600_000);
    await expect.poll(standing, soon).toBe("confirmed");
    const { rows } = await database.pool.query(
      "select locked_by from graphile_worker._private_jobs where locked_by = any($1) order by 1",
      [["alive", "just_begun", "killed"]],
    );
    expect(rows).toEqual([{ locked_by: "alive" }, { locked_by: "just_begun" }]);
  });
});
