import { randomBytes } from "node:crypto";
import { afterEach, describe, expect, it } from "vitest";
import { presenceUnder } from "@/lib/services/installation/ensure-auth-secret";
import { ensureKeys } from "@/lib/services/installation/ensure-keys";
import { lockInstallation } from "@/lib/store/locks";
import { bePresent } from "@/lib/store/presence";
import { readSetting } from "@/lib/store/settings";
import { useTestDatabase } from "@/lib/testing/database";
import { eventually } from "@/lib/testing/find-processes";

const database = useTestDatabase();
const fresh = () => randomBytes(32).toString("base64url");
const encryptionKeys = fresh();
const present: { leave: () => Promise<void> }[] = [];

const ensure = (authSecret: string | undefined, keys = encryptionKeys) =>
  database.db.transaction(async (tx) => {
    await lockInstallation(tx);
    await ensureKeys(tx, { encryptionKeys: keys, authSecret, now: new Date() });
  });

// As a host does it: present first, then asking.
async function start(authSecret: string, keys = encryptionKeys) {
  const host = await bePresent(database.url, presenceUnder(authSecret));
  present.push(host);
  await ensure(authSecret, keys);
  return host;
}

afterEach(async () => {
  for (const host of present.splice(0)) await host.leave();
});

describe("AUTH_SECRET", () => {
  it("is refused while a host runs with another one, and both faults are told at once", async () => {
    await start(fresh());
    await expect(start(fresh())).rejects.toMatchObject({ reason: "other_auth_secret" });
    await expect(start(fresh(), fresh())).rejects.toMatchObject({
      details: { reasons: ["wrong_encryption_key", "other_auth_secret"] },
    });
  });

  it("is shared by any number of hosts, and one of two that differ wins a race", async () => {
    const shared = fresh();
    await Promise.all([start(shared), start(shared), start(shared)]);
    for (const host of present.splice(0)) await host.leave();
    const outcomes = await Promise.allSettled([start(fresh()), start(fresh()), start(fresh())]);
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  });

  it("is changed when nobody runs, which is an event without the secret", async () => {
    const [before, after] = [fresh(), fresh()];
    const host = await start(before);
    await host.leave();
    await start(after);
    const { rows } = await database.pool.query(
      "select e::text as event from events e where kind = 'auth_secret_changed' order by id desc limit 1",
    );
    expect(rows).toHaveLength(1);
    const kept = JSON.stringify([rows, await readSetting(database.db, "auth_fingerprint")]);
    for (const secret of [before, after]) expect(kept).not.toContain(secret);
    await expect(ensure(before)).rejects.toMatchObject({ reason: "other_auth_secret" });
  });

  it("is still held after the database dropped every connection", async () => {
    await start(fresh());
    const held = () =>
      database.ownerPool.query<{ pid: number }>(
        `select l.pid from pg_locks l join pg_database d on d.oid = l.database
         where l.locktype = 'advisory' and l.mode = 'ShareLock' and d.datname = current_database()`,
      );
    const [first] = (await held()).rows;
    await database.pool.query("select pg_terminate_backend($1)", [first?.pid]);
    await eventually(
      async () => (await held()).rows.filter(({ pid }) => pid !== first?.pid).length,
      (count) => count === 1,
    );
    await expect(start(fresh())).rejects.toMatchObject({ reason: "other_auth_secret" });
  });
});

describe("ENCRYPTION_KEYS", () => {
  it("may be rolled out host by host: first behind, then in front, then alone", async () => {
    const next = fresh();
    await ensure(undefined, encryptionKeys);
    await ensure(undefined, `${encryptionKeys},${next}`);
    await ensure(undefined, encryptionKeys);
    await ensure(undefined, `${next},${encryptionKeys}`);
    await expect(ensure(undefined, encryptionKeys)).rejects.toMatchObject({ reason: "wrong_encryption_key" });
    // A host that was not restarted yet, started once more with the old order, seals under the old one again.
    await ensure(undefined, `${encryptionKeys},${next}`);
    await ensure(undefined, `${next},${encryptionKeys}`);
    await ensure(undefined, next);
  });
});
