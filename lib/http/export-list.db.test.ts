import { encode } from "next-auth/jwt";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import type { Approval, ApprovalList } from "@/lib/api/types";
import { unknownMoney } from "@/lib/domain/money";
import type { Role } from "@/lib/domain/records";
import { closePool } from "@/lib/store/pool";
import { useTestDatabase } from "@/lib/testing/database";
import { hireMoney, insertApprovalRow } from "@/lib/testing/factories/insert-approval";
import { makePerson } from "@/lib/testing/factories/make-person";
import { type MadeWorkspace, makeWorkspace } from "@/lib/testing/factories/make-workspace";
import { repeatApproval } from "@/lib/testing/factories/repeat-approval";
import { readCsv } from "@/lib/testing/read-csv";
import { answerApprovals } from "./answers/approvals";
import { exportList } from "./export-list";

const database = useTestDatabase();
const secret = "a-secret-of-more-than-thirty-two-characters";
const hostile = {
  title: ' =HYPERLINK("https://evil.example"),\r\n"x"',
  job: "Label; =1+1, \u202e“boxes”",
  who: "＝Noor B. 😀",
};
let made: MadeWorkspace;

beforeAll(async () => {
  vi.stubEnv("DATABASE_URL", database.url);
  vi.stubEnv("AUTH_SECRET", secret);
  made = await makeWorkspace(database.db, { origin: "http://127.0.0.1:9" });
  const settled = { standing: "confirmed" as const, resolvedAt: new Date("2026-07-01T10:00:00.120Z") };
  await insertApprovalRow(database.db, made, {
    ...settled,
    id: "-appr/1",
    settledAt: settled.resolvedAt,
    milestoneName: hostile.title,
    jobTitle: hostile.job,
    counterparty: hostile.who,
    approvalUrl: "http://127.0.0.1:9/approvals/-appr%2F1",
    money: hireMoney(45_001, "confirmed"),
    agentName: "@agent",
  });
  const money = {
    ...unknownMoney("at_stake", null),
    amountCents: 10,
    totalCents: 10,
    maxTotalCents: 10,
    atLeast: true,
  };
  await insertApprovalRow(database.db, made, { id: "appr_end", type: "contract_end", money });
  await insertApprovalRow(database.db, made, {
    id: "appr_unknown",
    standing: "unreadable",
    money: hireMoney(null),
  });
  await insertApprovalRow(database.db, made, { id: "appr_odd", type: null, standing: "lapsed" });
});
afterAll(closePool);

async function cookieFor(role: Role, timeZone: string | null = null, of = made): Promise<string> {
  const { sessionId, personId } = await makePerson(database.db, of.workspaceId, role);
  await database.pool.query("update people set time_zone = $2 where id = $1", [personId, timeZone]);
  return `next-auth.session-token=${await encode({ token: { sid: sessionId }, secret })}`;
}

function ask(cookie: string, query = "?format=csv&phase=all", method = "GET"): Promise<Response> {
  const request = new Request(`http://localhost:3000/api/export${query}`, { method, headers: { cookie } });
  return exportList(request, { params: Promise.resolve({}) });
}

async function exportsTold(): Promise<number> {
  return (await database.pool.query("select 1 from events where kind = 'exported'")).rowCount ?? 0;
}

/** An answer nobody reads to its end would keep its connection. */
async function headersOf(cookie: string): Promise<Headers> {
  const answer = await ask(cookie);
  await answer.body?.cancel();
  return answer.headers;
}

/** Bytes, since decoding as text would take the mark away. */
async function textOf(response: Response): Promise<string> {
  return Buffer.from(await response.arrayBuffer()).toString("utf8");
}

async function everyApproval(query: string): Promise<Approval[]> {
  const found: Approval[] = [];
  let cursor: string | null = null;
  do {
    const search = new URLSearchParams(`${query}&limit=200${cursor ? `&cursor=${cursor}` : ""}`);
    const page: ApprovalList = await answerApprovals(made.as("owner"), search);
    found.push(...page.approvals);
    cursor = page.nextCursor;
  } while (cursor !== null);
  return found;
}

const cents = (text: string | undefined) => {
  if (text === "") return null;
  expect(text).toMatch(/^\d+\.\d\d$/);
  return Number(text?.replace(".", ""));
};

describe("the export", () => {
  it("is the list to the cent and to the millisecond, column by column", async () => {
    const response = await ask(await cookieFor("finance", "Asia/Kathmandu"));
    const text = await textOf(response);
    expect(
      text.startsWith("\ufeffid,type,outcome,title,counterparty,contract_id,contract,job,amount,fees,total,"),
    ).toBe(true);
    const [head = [], ...lines] = readCsv(text.slice(1));
    expect(head.join(", ")).toBe(
      "id, type, outcome, title, counterparty, contract_id, contract, job, amount, fees, total, total_max, currency, kind, created_at, expires_at, settled_at, link, agent, source",
    );
    const rows = lines.map((cells) => Object.fromEntries(head.map((name, index) => [name, cells[index]])));
    const listed = await everyApproval("phase=all");
    expect(rows).toHaveLength(listed.length);
    listed.forEach(({ money, ...approval }, index) => {
      const row = rows[index] ?? {};
      expect(row).toMatchObject({
        id: approval.id.replace(/^-/, "'-"),
        type: approval.type ?? "",
        outcome: approval.phase,
        link: approval.approvalUrl ?? "",
        currency: "usd",
        kind: money.kind,
        source: money.sources.amount ?? "",
      });
      expect(cents(row.amount)).toBe(money.amountCents);
      expect(cents(row.total)).toBe(money.totalCents);
      expect(cents(row.total_max)).toBe(money.atLeast ? null : money.maxTotalCents);
      const fees = money.feeCents === null ? null : money.feeCents + (money.initiationCents ?? 0);
      expect(cents(row.fees)).toBe(fees);
      for (const [column, instant] of [
        ["created_at", approval.createdAt],
        ["expires_at", approval.expiresAt],
      ] as const) {
        if (instant === null) expect(row[column]).toBe("");
        else
          expect([row[column]?.slice(-6), Date.parse(row[column] ?? "")]).toEqual([
            "+05:45",
            Date.parse(instant),
          ]);
      }
    });
    expect(rows.find(({ id }) => id === "'-appr/1")).toMatchObject({
      title: `' =HYPERLINK("https://evil.example"), "x"`,
      job: "Label;' =1+1, [U+202E]“boxes”",
      counterparty: "'＝Noor B. 😀",
      agent: "'@agent",
      settled_at: "2026-07-01T15:45:00.120+05:45",
      amount: "450.01",
    });
    expect(rows.find(({ id }) => id === "appr_unknown")).toMatchObject({
      total: "",
      settled_at: "",
      expires_at: "",
    });
  });

  it("is a file that names its day and zone, is never kept, and is text to every browser", async () => {
    const headers = await headersOf(await cookieFor("owner", "America/New_York"));
    expect(headers.get("content-type")).toBe("text/csv; charset=utf-8");
    expect(headers.get("content-disposition")).toMatch(
      /^attachment; filename="countersign-requests-\d{4}-\d\d-\d\d-America-New_York\.csv"$/,
    );
    expect(headers.get("cache-control")).toBe("no-store");
  });

  it("says by its name whether it is the inbox, the history or something of both", async () => {
    const cookie = await cookieFor("owner");
    const nameFor = async (query: string) => {
      const answer = await ask(cookie, `?format=csv${query}`);
      await answer.text();
      return /countersign-([a-z]+)-\d/.exec(answer.headers.get("content-disposition") ?? "")?.[1];
    };
    expect(await nameFor("")).toBe("inbox");
    expect(await nameFor("&phase=open")).toBe("inbox");
    expect(await nameFor("&phase=waiting,past_due")).toBe("inbox");
    expect(await nameFor("&phase=settled")).toBe("history");
    expect(await nameFor("&phase=declined")).toBe("history");
    expect(await nameFor("&phase=all")).toBe("requests");
  });

  it("goes by the zone the browser said when the person has none, and by UTC when that is none", async () => {
    const cookie = await cookieFor("owner");
    const nameWith = async (zone: string) =>
      (await headersOf(`${cookie}; zone=${zone}`)).get("content-disposition") ?? "";
    expect(await nameWith("Europe%2FBerlin")).toContain("-Europe-Berlin.csv");
    expect(await nameWith("%22%0d%0aSet-Cookie%3a+x")).toContain("-UTC.csv");
  });

  it("takes the list's filters and no others", async () => {
    const cookie = await cookieFor("owner");
    for (const query of ["phase=settled", "type=contract_end", "phase=all&type=proposal_hire"]) {
      const [, ...lines] = readCsv((await textOf(await ask(cookie, `?format=csv&${query}`))).slice(1));
      const listed = await everyApproval(query);
      expect(lines.map(([id]) => id?.replace("'", ""))).toEqual(listed.map(({ id }) => id));
    }
    expect((await ask(cookie, "?format=csv&limit=2")).status).toBe(400);
  });

  it("says that nothing is connected in place of an empty file", async () => {
    const empty = await makeWorkspace(database.db, { origin: "http://127.0.0.1:9" });
    await database.pool.query("delete from connection_tokens where workspace_id = $1", [empty.workspaceId]);
    await database.pool.query("delete from connections where workspace_id = $1", [empty.workspaceId]);
    const answer = await ask(await cookieFor("owner", null, empty));
    expect(answer.status).toBe(409);
    expect(await answer.json()).toMatchObject({ details: { reason: "not_connected" } });
  });

  it("refuses a viewer, and tells of nobody who took nothing away", async () => {
    const before = await exportsTold();
    expect((await ask(await cookieFor("viewer"))).status).toBe(403);
    const head = await ask(await cookieFor("owner"), "?format=csv", "HEAD");
    expect([head.status, head.body]).toEqual([200, null]);
    expect(await exportsTold()).toBe(before);
    await textOf(await ask(await cookieFor("owner")));
    expect(await exportsTold()).toBe(before + 1);
  });

  it("holds two connections for one slow reader and four for all of them, and gives them back", async () => {
    const big = await makeWorkspace(database.db, { origin: "http://127.0.0.1:9" });
    await repeatApproval(database.db, await insertApprovalRow(database.db, big), 600);
    const [owner, finance] = [await cookieFor("owner", null, big), await cookieFor("finance", null, big)];
    const other = await cookieFor("owner");
    const slow = await Promise.all([1, 2, 3].map(() => ask(owner)));
    expect(slow.map(({ status }) => status).toSorted()).toEqual([200, 200, 429]);
    expect(slow.find(({ status }) => status === 429)?.headers.get("retry-after")).toBe("5");
    slow.push(await ask(finance), await ask(other));
    expect(slow.slice(3).map(({ status }) => status)).toEqual([200, 200]);
    expect((await ask(finance)).status).toBe(429);
    await Promise.all(slow.map((response) => response.body?.cancel()));
    const again = await ask(owner);
    expect(readCsv((await textOf(again)).slice(1))).toHaveLength(602);
  });
});
