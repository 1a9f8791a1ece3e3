import { randomBytes } from "node:crypto";
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import pg from "pg";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, it } from "vitest";
import type { Command } from "@/lib/host/backup/command";
import { backup, restore } from "@/lib/host/backup/main";
import { appRole, ownerRole, prepareDatabase } from "@/lib/host/postgres/prepare-database";
import { urlFor } from "@/lib/host/postgres/url-for";
import { inSnapshot } from "@/lib/store/copy/in-snapshot";
import { listTables } from "@/lib/store/copy/list-tables";
import { fingerprintOf } from "@/lib/store/copy/read-rows";
import { addEvent } from "@/lib/store/events";
import { createDb, createPool } from "@/lib/store/pool";
import { settings } from "@/lib/store/schema";
import { keyFingerprints } from "@/lib/store/sealing";
import { useTestDatabase } from "@/lib/testing/database";
import { insertApprovalRow } from "@/lib/testing/factories/insert-approval";
import { makeWorkspace, testKeys } from "@/lib/testing/factories/make-workspace";

const database = useTestDatabase();
const passphrase = "nine calm stones in a river";
const authSecret = "test-auth-secret-of-thirty-two-characters";
const awkward =
  '"quotes", \\back\\slashes, \u2028 \u2029 \t\r\n, {braces}, é, 漢字, 👩‍👩‍👧, \u202eright to left, null, \\N';
let folder = "";
let whole = "";
let printed = "";

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "countersign-backup-"));
  chmodSync(folder, 0o711);
  const workspace = await makeWorkspace(database.db, { origin: "https://app.example" });
  await database.db.insert(settings).values({
    key: "sealing_fingerprint",
    value: keyFingerprints(testKeys)[0],
    updatedAt: new Date(),
  });
  for (const standing of ["open", "confirmed", "declined", "unreadable"] as const) {
    await insertApprovalRow(database.db, workspace, {
      standing,
      agentReason: awkward,
      result: { text: awkward, nothing: null, list: [1, "2"], long: "x".repeat(70_000) },
    });
  }
  // A JSON null is no SQL null.
  await database.pool.query("update approvals set told_terms = 'null' where standing = 'open'");
  for (let count = 0; count < 450; count += 1) {
    await database.db.transaction((tx) =>
      addEvent(tx, {
        workspaceId: workspace.workspaceId,
        at: new Date(),
        kind: "told",
        actor: { kind: "system", id: null },
        subject: { kind: "approval", id: String(count) },
        text: { said: awkward },
      }),
    );
  }
  // A number that was taken and never stored.
  await database.ownerPool.query("select nextval('countersign.events_id_seq')");
  whole = join(folder, "whole.backup");
  await backup(command({ file: whole, env: source(), passphrase }));
}, 60_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

const asSuperuser = async (query: string, name = "postgres") => {
  const client = new pg.Client({
    connectionString: urlFor(inject("postgresSocketDir"), "postgres", name),
  });
  await client.connect();
  await client.query(query).finally(() => client.end());
};

type Target = { name: string; env: NodeJS.ProcessEnv; dataDir: string; url: string; ownerUrl: string };
let target: Target;
let isFresh = false;

beforeEach(async () => {
  if (isFresh) return;
  const socketDir = inject("postgresSocketDir");
  const name = `restore_${randomBytes(6).toString("hex")}`;
  await prepareDatabase(
    { urlFor: (role: string, of: string) => urlFor(socketDir, role, of) } as Parameters<
      typeof prepareDatabase
    >[0],
    name,
  );
  const [url, ownerUrl] = [urlFor(socketDir, appRole, name), urlFor(socketDir, ownerRole, name)];
  const dataDir = join(folder, name);
  isFresh = true;
  target = {
    name,
    url,
    ownerUrl,
    dataDir,
    env: { NODE_ENV: "test", DATABASE_URL: url, DATABASE_MIGRATE_URL: ownerUrl, DATA_DIR: dataDir },
  };
});
// One that was left untouched serves the next test as well.
afterEach(async () => {
  isFresh = await isUntouched();
  if (!isFresh) await asSuperuser(`drop database ${target.name} with (force)`);
});
afterAll(() => asSuperuser(`drop database if exists ${target.name} with (force)`));

function source(more: Record<string, string> = {}): NodeJS.ProcessEnv {
  return {
    NODE_ENV: "test",
    DATABASE_URL: database.url,
    DATABASE_MIGRATE_URL: database.ownerUrl,
    ENCRYPTION_KEYS: testKeys,
    AUTH_SECRET: authSecret,
    ...more,
  };
}

type Asked = {
  file: string;
  env: NodeJS.ProcessEnv;
  passphrase?: string;
  withoutKeys?: boolean;
  wantsToType?: boolean;
  root?: string;
};

function command({
  file,
  env,
  passphrase: given,
  withoutKeys = false,
  wantsToType = false,
  root = ".",
}: Asked): Command {
  return {
    root,
    version: "9.8.7",
    dataDir: env.DATA_DIR ?? join(folder, "source"),
    environment: given === undefined ? env : { ...env, BACKUP_PASSPHRASE: given },
    file,
    passphraseFile: null,
    setHere: {},
    wantsToType,
    hasTerminal: false,
    isVerbose: false,
    withoutKeys,
    hold: () => ({ holder: null, release: () => undefined }),
    print: (text) => {
      printed = text;
    },
  };
}

const problems = (work: Promise<void>) =>
  work.then(
    () => "",
    (error: { faults?: { name: string; problem: string }[] }) => {
      if (!error.faults) throw error;
      return error.faults.map(({ name, problem }) => `${name} ${problem}`).join("\n");
    },
  );

const restored = (more: Partial<Asked> = {}) =>
  restore(command({ file: whole, env: target.env, passphrase, ...more }));

async function rows<T extends object>(query: string, url = target.ownerUrl): Promise<T[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  return await client
    .query<T>(query)
    .then(
      ({ rows: found }) => found,
      (error) => Promise.reject(error),
    )
    .finally(() => client.end());
}

async function prints(url: string): Promise<Record<string, unknown>> {
  return await inSnapshot(url, async (client) => {
    const found: Record<string, unknown> = {};
    for (const table of await listTables(client)) found[table.name] = await fingerprintOf(client, table);
    return found;
  });
}

async function isUntouched(): Promise<boolean> {
  const schemas = await rows(
    "select 1 from pg_namespace where nspname in ('countersign', 'graphile_worker')",
  );
  return schemas.length === 0 && !existsSync(target.dataDir);
}

describe("a backup", () => {
  it("is one packed file for its owner alone, and tells what it is", () => {
    expect(statSync(whole).mode & 0o777).toBe(0o600);
    const [head = ""] = gunzipSync(readFileSync(whole)).toString().split("\n");
    expect(JSON.parse(head)).toMatchObject({ format: "countersign backup", version: 1, app: "9.8.7" });
    // Times are told the same way on every server.
    const instants =
      gunzipSync(readFileSync(whole))
        .toString()
        .match(/"\d{4}-\d\d-\d\d \d\d:[^"]+"/g) ?? [];
    expect(new Set(instants.map((text) => text.slice(-4)))).toEqual(new Set(['+00"']));
    expect(readdirSync(folder).filter((name) => name.includes("making"))).toEqual([]);
  });

  it("holds no secret in the clear", () => {
    const text = gunzipSync(readFileSync(whole)).toString("latin1");
    for (const secret of [testKeys, authSecret, passphrase, "ot_pat_"]) expect(text).not.toContain(secret);
  });

  it("leaves out what belongs to one server, and nothing else", async () => {
    const head = JSON.parse(gunzipSync(readFileSync(whole)).toString().split("\n")[0] ?? "");
    const kept = head.tables.flatMap((table: { name: string; columns: string[] }) =>
      table.columns.map((column) => `${table.name}.${column}`),
    );
    const there = await rows<{ name: string }>(
      `select relname || '.' || attname as name from pg_class join pg_attribute on attrelid = pg_class.oid
       where relnamespace = 'countersign'::regnamespace and relkind = 'r' and relpersistence = 'p'
         and attnum > 0 and not attisdropped`,
      database.ownerUrl,
    );
    const left = there.map(({ name }) => name).filter((name) => !kept.includes(name));
    expect(left.sort()).toEqual([
      "approvals.at_least",
      "approvals.ended_at",
      "approvals.listed_at",
      "former_places.at",
      "former_places.created_at",
      "former_places.ended_at",
      "former_places.expires_at",
      "former_places.id",
      "former_places.number",
      "former_places.replaced_in",
      "former_places.total_cents",
      "former_places.workspace_id",
      "heartbeats.at",
      "heartbeats.name",
      "schema_migrations.applied_at",
      "schema_migrations.name",
      "schema_migrations.number",
      "schema_migrations.sha256",
    ]);
  });

  it("never takes the place of a file, and says where it cannot write", async () => {
    const before = readFileSync(whole);
    const to = (file: string) => problems(backup(command({ file, env: source() })));
    expect(await to(whole)).toContain("exists already");
    expect(readFileSync(whole).equals(before)).toBe(true);
    expect(await to(join(folder, "nowhere", "x"))).toContain("there is no folder");
  });

  it("is refused with keys that are not here, do not fit, or would lie under a weak passphrase", async () => {
    const file = join(folder, "refused.backup");
    const ask = (env: NodeJS.ProcessEnv, given: string) =>
      problems(backup(command({ file, env, passphrase: given })));
    expect(await ask(source({ ENCRYPTION_KEYS: "" }), passphrase)).toMatch(
      /^ENCRYPTION_KEYS are not on this machine/,
    );
    expect(await ask(source({ ENCRYPTION_KEYS: "k".repeat(40) }), passphrase)).toContain("do not open");
    expect(await ask(source(), "short")).toContain("12 characters");
    expect(existsSync(file)).toBe(false);
  });

  it("takes the place of what a killed one left behind", async () => {
    const file = join(folder, "again.backup");
    writeFileSync(`${file}.making-999999999`, "half");
    await backup(command({ file, env: source() }));
    expect(readdirSync(folder).filter((name) => name.startsWith("again"))).toEqual(["again.backup"]);
  });

  it("is not made without the keys when a passphrase was to be typed and nobody can type", async () => {
    const file = join(folder, "cron.backup");
    const said = await problems(backup(command({ file, env: source(), wantsToType: true })));
    expect(said).toMatch(/^Passphrase cannot be typed: .*--passphrase-file FILE or BACKUP_PASSPHRASE/);
    expect(existsSync(file)).toBe(false);
    await backup(command({ file, env: source(), wantsToType: true, passphrase }));
    expect(printed).toContain("inside, under your passphrase");
  });
});

describe("a restore", () => {
  it("brings every row back as it was, proves it, and says in the history that it was one", async () => {
    const before = await prints(database.ownerUrl);
    await restored();
    const [event] = await rows<{ kind: string; id: string }>(
      "select kind, id::text from countersign.events e order by e.id desc limit 1",
    );
    expect(event?.kind).toBe("installation_restored");
    const [last] = await rows<{ last: string }>(
      "select last_value::text as last from countersign.events_id_seq",
      database.ownerUrl,
    );
    expect(event?.id).toBe(String(BigInt(last?.last ?? 0) + 1n));
    const owner = new pg.Client({ connectionString: target.ownerUrl });
    await owner.connect();
    await owner.query(
      "alter table countersign.events disable trigger user; alter table countersign.events_unsealed disable trigger user",
    );
    await owner.query("delete from countersign.events_unsealed where event_id = $1", [event?.id]);
    await owner.query("delete from countersign.events where id = $1", [event?.id]);
    await owner.end();
    expect(await prints(target.ownerUrl)).toEqual(before);
    expect((await rows("select 1 from countersign.approvals where told_terms = 'null'::jsonb")).length).toBe(
      1,
    );
    const filled = Object.keys(before).filter((name) =>
      new RegExp(`^  ${name} .*the same$`, "m").test(printed),
    );
    const empty = /Empty in both: (.*)$/m.exec(printed)?.[1]?.split(", ") ?? [];
    expect([...filled, ...empty].sort()).toEqual(Object.keys(before).sort());
  });

  it("has the fingerprint of the whole that the backup told, and says what a copy with keys does", async () => {
    const file = join(folder, "printed.backup");
    if (!existsSync(file)) await backup(command({ file, env: source(), passphrase }));
    const told = /Fingerprint +(\w{16})$/m;
    const first = told.exec(printed)?.[1];
    expect(printed).not.toMatch(/^ +approvals /m);
    await restored({ file });
    expect(first).toMatch(/^[0-9a-f]{16}$/);
    expect(told.exec(printed)?.[1]).toBe(first);
    expect(printed).toContain("reads the connected OpenTrain account as the original does");
  });

  it("makes a database of the very same shape, walls and queue included", async () => {
    await restored();
    const shape = `
      select 'constraint ' || conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid) as line
        from pg_constraint where connamespace = 'countersign'::regnamespace
      union all select 'index ' || indexdef from pg_indexes where schemaname = 'countersign'
      union all select 'trigger ' || tgname || ' ' || tgenabled::text || ' ' || pg_get_triggerdef(oid) from pg_trigger
        where not tgisinternal and tgrelid::regclass::text like 'countersign.%'
      union all select 'column ' || table_name || ' ' || column_name || ' ' || data_type || ' ' || is_nullable || ' ' || coalesce(column_default, '') || is_identity
        from information_schema.columns where table_schema = 'countersign'
      union all select 'right ' || table_name || ' ' || grantee || ' ' || privilege_type
        from information_schema.role_table_grants where table_schema = 'countersign'
      order by 1`;
    expect(await rows(shape)).toEqual(await rows(shape, database.ownerUrl));
    for (const query of ["update events set kind = 'x'", "delete from events", "truncate events"])
      await expect(rows(`set search_path to countersign; ${query}`, target.url)).rejects.toMatchObject({
        code: "42501",
      });
    await rows("select graphile_worker.add_job('sweep', '{}')", target.url);
  });

  it("lets the app go on: events are noted to be sealed, numbers go on", async () => {
    await restored();
    const pool = createPool(target.url);
    const id = await createDb(pool).transaction((tx) =>
      addEvent(tx, {
        workspaceId: null,
        at: new Date(),
        kind: "tried",
        actor: { kind: "system", id: null },
        subject: { kind: "installation", id: null },
      }),
    );
    await pool.end();
    const [highest] = await rows<{ id: string }>("select max(id)::text as id from countersign.events");
    expect(String(id)).toBe(highest?.id);
    expect(await rows(`select 1 from countersign.events_unsealed where event_id = ${id}`)).toHaveLength(1);
  });

  it("puts the keys where the next start looks for them", async () => {
    await restored();
    const secret = (name: string) => readFileSync(join(target.dataDir, "secrets", name), "utf8").trim();
    expect([secret("encryption-keys"), secret("auth-secret")]).toEqual([testKeys, authSecret]);
    expect(statSync(join(target.dataDir, "secrets", "encryption-keys")).mode & 0o777).toBe(0o600);
    expect(statSync(join(target.dataDir, "secrets")).mode & 0o777).toBe(0o700);
    expect(await rows("select 1 from countersign.connection_tokens where sealed is not null")).toHaveLength(
      1,
    );
  });

  it("asks for a passphrase only where somebody can type it", async () => {
    const said = await problems(restored({ passphrase: "", wantsToType: true }));
    expect(said).toMatch(/^Passphrase cannot be typed/);
    expect(await isUntouched()).toBe(true);
  });

  it("goes without the keys when told to, and gives up what they sealed", async () => {
    expect(await problems(restored({ passphrase: "" }))).toContain("--without-keys");
    expect(await isUntouched()).toBe(true);
    await restored({ passphrase: "", withoutKeys: true });
    expect(await rows("select state, sealed from countersign.connection_tokens")).toEqual([
      { state: "revoked", sealed: null },
    ]);
    expect(await rows("select 1 from countersign.settings where key = 'sealing_fingerprint'")).toEqual([]);
  });

  it("takes the keys of the environment when they fit, and no others", async () => {
    const env = { ...target.env, ENCRYPTION_KEYS: "k".repeat(40) };
    expect(await problems(restored({ env, passphrase: "" }))).toContain("do not open what the backup holds");
    expect(await isUntouched()).toBe(true);
    await restored({ env: { ...env, ENCRYPTION_KEYS: `${"k".repeat(40)},${testKeys}` }, passphrase: "" });
    expect(existsSync(join(target.dataDir, "secrets"))).toBe(false);
  });

  it("refuses a place that has been used, and leaves it alone", async () => {
    await restored();
    const before = await prints(target.ownerUrl);
    expect(await problems(restored())).toContain("has been used: it has a schema countersign");
    expect(await prints(target.ownerUrl)).toEqual(before);
  });

  it("refuses the wrong passphrase, and one that has nothing to open, before anything", async () => {
    expect(await problems(restored({ passphrase: `${passphrase}x` }))).toMatch(/^Passphrase does not open/);
    const bare = join(folder, "bare.backup");
    if (!existsSync(bare)) await backup(command({ file: bare, env: source() }));
    expect(await problems(restored({ file: bare }))).toContain("opens nothing");
    expect(await problems(restored({ file: bare, passphrase: "" }))).toMatch(
      /^ENCRYPTION_KEYS are not in this backup/,
    );
    expect(await isUntouched()).toBe(true);
  });
});

describe("a file that is not whole", () => {
  const lines = () => gunzipSync(readFileSync(whole)).toString().split("\n");
  const written = (name: string, content: Buffer | string) => {
    const file = join(folder, name);
    writeFileSync(file, content);
    return file;
  };
  const withoutFirstRow = (all: string[]) =>
    all.toSpliced(
      all.findIndex((line) => line.startsWith("[")),
      1,
    );
  const packed = (changed: string[]) => gzipSync(changed.join("\n"));
  // Told by the file itself: digests that fit the changed content, as somebody who knows the format would write.
  async function rehashed(changed: string[]): Promise<Buffer> {
    const { createHash } = await import("node:crypto");
    const out: string[] = [];
    let table: string[] = [];
    for (const line of changed.slice(0, -2)) {
      if (line.startsWith("[")) table.push(line);
      const isEnd = line.startsWith('{"rows"');
      const sha256 = createHash("sha256")
        .update(table.map((row) => `${row}\n`).join(""))
        .digest("hex");
      out.push(isEnd ? JSON.stringify({ rows: table.length, sha256 }) : line);
      if (isEnd) table = [];
    }
    const end = createHash("sha256")
      .update(out.map((line) => `${line}\n`).join(""))
      .digest("hex");
    const { mac } = JSON.parse(changed.at(-2) ?? "");
    return packed([...out, JSON.stringify({ end, mac }), ""]);
  }

  it.each([
    ["nothing at all", () => Buffer.alloc(0), "cut short"],
    ["a picture", () => readFileSync("docs/pictures/inbox.png"), "is no backup of Countersign"],
    ["something else that is packed", () => gzipSync('{"hello": "there"}\n'), "is no backup of Countersign"],
    ["its first half", () => readFileSync(whole).subarray(0, statSync(whole).size / 2), "cut short"],
    ["all but its last line", () => packed([...lines().slice(0, -2), ""]), "cut short"],
    ["its last line without an end", () => packed(lines().slice(0, -1)), "cut short"],
    ["a row less", () => packed(withoutFirstRow(lines())), "is damaged or was changed"],
    [
      "a changed value",
      () => packed(lines().map((line) => line.replace("app.example", "app.exemple"))),
      "is damaged or was changed",
    ],
    ["a line after the end", () => packed([...lines().slice(0, -1), "{}", ""]), "is damaged or was changed"],
    [
      "a format of tomorrow",
      () => packed([lines()[0]?.replace('"version":1', '"version":2') ?? "", ...lines().slice(1)]),
      "has format 2",
    ],
  ])("%s is refused by name, and nothing is touched", async (name, content, says) => {
    const file = written(`${name}.bad`, content());
    const said = await problems(restored({ file, passphrase: "", withoutKeys: true }));
    expect(said).toContain(says);
    expect(said).toContain(file);
    expect(await isUntouched()).toBe(true);
  });

  it("a flipped byte anywhere is noticed", async () => {
    const bytes = readFileSync(whole);
    for (let at = 30; at < bytes.length - 8; at += Math.ceil(bytes.length / 12)) {
      const changed = Buffer.from(bytes);
      changed[at] = (changed[at] ?? 0) ^ 0x10;
      expect(
        await problems(
          restored({ file: written("flipped.bad", changed), passphrase: "", withoutKeys: true }),
        ),
      ).not.toBe("");
    }
    expect(await isUntouched()).toBe(true);
  });

  it("a forger who knows the format but not the passphrase is found out", async () => {
    const changed = lines().map((line) => line.replace("app.example", "evil.example"));
    const file = written("forged.bad", await rehashed(changed));
    expect(await problems(restored({ file }))).toContain("does not know the passphrase");
    expect(await isUntouched()).toBe(true);
  });

  it("other tables than its version makes leave nothing behind", async () => {
    const file = written(
      "tables.bad",
      await rehashed(lines().map((line) => line.replaceAll('"time_zone"', '"time_zones"'))),
    );
    expect(await problems(restored({ file, passphrase: "", withoutKeys: true }))).toContain("other tables");
    expect(await isUntouched()).toBe(true);
  });

  it("a row that breaks a rule of the database leaves nothing behind", async () => {
    const changed = await rehashed(lines().filter((line) => !/^\["[0-9a-f-]{36}","Ada Owner"/.test(line)));
    const file = written("orphans.bad", changed);
    expect(await problems(restored({ file, passphrase: "", withoutKeys: true }))).toContain(
      "cannot be true together",
    );
    expect(await isUntouched()).toBe(true);
  });
});

describe("a restore whose commit fails", () => {
  const refuseCommit = `
    create function public.refuse() returns trigger language plpgsql as $$
      begin raise exception 'not this time'; end $$;
    create function public.refuse_later() returns event_trigger language plpgsql as $$
      begin
        if to_regclass('countersign.events') is not null and not exists (
          select 1 from pg_trigger where tgname = 'refuse') then
          create constraint trigger refuse after insert on countersign.events deferrable initially deferred
            for each row execute function public.refuse();
        end if;
      end $$;
    create event trigger refuse_later on ddl_command_end execute function public.refuse_later();`;
  const takeIt =
    "drop event trigger refuse_later; drop function public.refuse_later; drop function public.refuse";

  afterEach(() => asSuperuser(takeIt, target.name));

  it.each([false, true])("leaves the folder as it was, where it holds secrets too: %s", async (has) => {
    const secrets = join(target.dataDir, "secrets");
    if (has) {
      mkdirSync(secrets, { recursive: true });
      writeFileSync(join(secrets, "agent-capture-key"), "theirs");
    }
    await asSuperuser(refuseCommit, target.name);
    expect(await problems(restored())).toContain("met something unforeseen");
    expect(existsSync(target.dataDir) ? readdirSync(secrets) : null).toEqual(
      has ? ["agent-capture-key"] : null,
    );
    rmSync(target.dataDir, { recursive: true, force: true });
  });
});

describe("versions", () => {
  const head = (change: (migrations: { number: number; name: string; sha256: string }[]) => unknown) => {
    const [first = "", ...rest] = gunzipSync(readFileSync(whole)).toString().split("\n");
    const parsed = JSON.parse(first);
    return gzipSync(
      [JSON.stringify({ ...parsed, migrations: change(parsed.migrations) }), ...rest].join("\n"),
    );
  };
  const refits = async (content: Buffer) => {
    const all = gunzipSync(content).toString().split("\n");
    const { createHash } = await import("node:crypto");
    const body = all.slice(0, -2);
    const end = createHash("sha256")
      .update(body.map((line) => `${line}\n`).join(""))
      .digest("hex");
    const file = join(folder, `version-${randomBytes(3).toString("hex")}`);
    writeFileSync(file, gzipSync([...body, JSON.stringify({ end, mac: null }), ""].join("\n")));
    return file;
  };

  it("refuses a newer backup, and one of other migrations, by name", async () => {
    const newer = await refits(
      head((all) => [...all, { number: all.length + 1, name: "0999_later.sql", sha256: "0".repeat(64) }]),
    );
    const other = await refits(head((all) => all.map((one) => ({ ...one, sha256: "0".repeat(64) }))));
    const ask = (file: string) => problems(restored({ file, passphrase: "", withoutKeys: true }));
    expect(await ask(newer)).toMatch(/newer version of Countersign \(0999_later\.sql\)/);
    expect(await ask(other)).toContain("different 0001_first_light.sql");
    expect(await isUntouched()).toBe(true);
  });

  it("brings an older backup up to this version", async () => {
    const root = join(folder, "newer-root");
    const migrations = join(root, "lib", "store", "migrations");
    mkdirSync(migrations, { recursive: true });
    const shipped = readdirSync("lib/store/migrations");
    for (const name of shipped)
      writeFileSync(join(migrations, name), readFileSync(join("lib/store/migrations", name)));
    const next = String(shipped.length + 1).padStart(4, "0");
    writeFileSync(
      join(migrations, `${next}_later.sql`),
      "alter table approvals add column later text not null default 'later';",
    );
    await restored({ root });
    expect(await rows("select distinct later from countersign.approvals")).toEqual([{ later: "later" }]);
    expect(await rows("select max(number) as number from countersign.schema_migrations")).toEqual([
      { number: shipped.length + 1 },
    ]);
  });
});

describe("while somebody writes", () => {
  it("takes one moment of everything: an event and its text are both there or neither", async () => {
    let isWriting = true;
    const writer = (async () => {
      for (let count = 0; isWriting; count += 1) {
        await database.db.transaction((tx) =>
          addEvent(tx, {
            workspaceId: null,
            at: new Date(),
            kind: "tried",
            actor: { kind: "system", id: null },
            subject: { kind: "installation", id: String(count) },
            text: { said: "now" },
          }),
        );
      }
    })();
    const file = join(folder, "moving.backup");
    await backup(command({ file, env: source() })).finally(() => {
      isWriting = false;
    });
    await writer;
    await restored({ file, passphrase: "", env: { ...target.env, ENCRYPTION_KEYS: testKeys } });
    const [found] = await rows(
      `select (select count(*) from countersign.events where text_commitment is not null)::int as events,
        (select count(*) from countersign.event_texts)::int as texts`,
    );
    const { events, texts } = found as { events: number; texts: number };
    expect(events).toBe(texts);
    const [now] = await rows<{ texts: number }>(
      "select count(*)::int as texts from countersign.event_texts",
      database.ownerUrl,
    );
    expect(now?.texts).toBeGreaterThanOrEqual(texts);
  });
});
