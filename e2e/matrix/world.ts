import { sql } from "drizzle-orm";
import { encode } from "next-auth/jwt";
import type { Db } from "@/lib/store/pool";
import { insertApprovalRow } from "@/lib/testing/factories/insert-approval";
import { insertContractRow } from "@/lib/testing/factories/insert-contract";
import { makeFirstKey } from "@/lib/testing/factories/make-first-key";
import { makePerson } from "@/lib/testing/factories/make-person";
import { type MadeWorkspace, makeWorkspace } from "@/lib/testing/factories/make-workspace";
import { authSecret, type BareWeb } from "../stack/bare-web";

export const askers = [
  "owner",
  "finance",
  "viewer",
  "removed",
  "stranger",
  "nobody",
  "garbage",
  "key",
] as const;
export type Asker = (typeof askers)[number];

export type MatrixWorld = {
  web: BareWeb;
  ours: MadeWorkspace;
  theirs: MadeWorkspace;
  /** What each of them sends to say who they are. */
  credentials: Record<Asker, Record<string, string>>;
  csrf: { token: string; cookie: string };
};

/** Stands in what our workspace holds, and must stand in no answer to anybody else. */
export const markOfOurs = "known_to_ours_alone";
const key = "the-capture-key-of-the-matrix-0123456789";
/** Nobody listens there: whatever a call asks of OpenTrain, it gets no answer. */
const origin = "http://127.0.0.1:9";

export async function makeMatrixWorld(web: BareWeb): Promise<MatrixWorld> {
  const { db } = web;
  const [ours, theirs] = [await makeWorkspace(db, { origin }), await makeWorkspace(db, { origin })];
  await makeFirstKey(db, ours.workspaceId, key);
  await insertApprovalRow(db, ours, { id: `appr_${markOfOurs}`, jobTitle: markOfOurs });
  await insertContractRow(db, ours, { title: markOfOurs });
  const signedIn = async (...who: Parameters<typeof makePerson>) => {
    const { sessionId } = await makePerson(...who);
    const token = await encode({ token: { sid: sessionId }, secret: authSecret });
    return { cookie: `next-auth.session-token=${token}` };
  };
  return {
    web,
    ours,
    theirs,
    credentials: {
      owner: await signedIn(db, ours.workspaceId, "owner"),
      finance: await signedIn(db, ours.workspaceId, "finance"),
      viewer: await signedIn(db, ours.workspaceId, "viewer"),
      removed: await signedIn(db, ours.workspaceId, "owner", { isRemoved: true }),
      stranger: await signedIn(db, theirs.workspaceId, "owner"),
      nobody: {},
      garbage: { cookie: "next-auth.session-token=eyJhbGciOiJub25lIn0.e30.; next-auth.session-token.0=x" },
      key: { authorization: `Bearer ${key}` },
    },
    csrf: await fetchCsrf(web.origin),
  };
}

async function fetchCsrf(web: string): Promise<MatrixWorld["csrf"]> {
  const answer = await fetch(`${web}/api/auth/csrf`);
  const cookies = answer.headers.getSetCookie().map((cookie) => cookie.split(";")[0] ?? "");
  const { csrfToken } = (await answer.json()) as { csrfToken: string };
  return { token: csrfToken, cookie: cookies.find((cookie) => cookie.includes("csrf-token")) ?? "" };
}

/**
 * What lies in every table, but for counters and marks of last use, which a refused call may move, some of them a
 * moment later, and what open pages are told of it.
 */
export async function fingerprint(db: Db): Promise<Record<string, string>> {
  const tables = await db.execute<{ name: string }>(sql`
    select format('%I.%I', table_schema, table_name) as name from information_schema.tables
    where table_type = 'BASE TABLE' and table_name not in ('throttle_counts', 'callers', 'caller_hours', 'stray_calls', 'changes')
      and (table_schema = 'countersign' or (table_schema = 'graphile_worker' and table_name = '_private_jobs'))`);
  const parts = tables.rows.map(
    ({ name }) => `select '${name}' as name, coalesce(md5(string_agg(line, '' order by line)), '') as sum
      from (select (to_jsonb(t) - 'last_used_at')::text as line from ${name} t) lines`,
  );
  const sums = await db.execute<{ name: string; sum: string }>(sql.raw(parts.join(" union all ")));
  return Object.fromEntries(sums.rows.map(({ name, sum }) => [name, sum]));
}
