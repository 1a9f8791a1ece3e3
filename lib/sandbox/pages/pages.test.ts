import { afterAll, beforeAll, expect, test } from "vitest";
import { type Made, type OpenSandbox, ORIGIN, openSandbox } from "../testing/open-sandbox";

let sandbox: OpenSandbox;
let made: Made;

beforeAll(async () => {
  sandbox = await openSandbox();
});
afterAll(() => sandbox.close());

const HOUR = 3_600_000;
const EVIL = `<script>alert("1")</script>"'><img src=x>`;

async function askHire(name = "Batch 1"): Promise<string> {
  made = await sandbox.account({ creditsCents: 100_000 });
  const path = `/proposals/${made.ids.proposals[0]}/hire`;
  const heard = await sandbox.call(made.tokens.agent, "POST", path, { milestone: { name, amount: 450 } });
  return heard.body.approval.id;
}

const open = (id: string, cookie = "") => sandbox.send("GET", `/approvals/${id}`, { cookie });

const post = (path: string, form: Record<string, string>, headers: Record<string, string> = {}) =>
  sandbox.send(
    "POST",
    path,
    { origin: ORIGIN, "content-type": "application/x-www-form-urlencoded", ...headers },
    new URLSearchParams(form).toString(),
  );

/** Presses the sign-in button and reads the page the human then sees. */
async function signIn(id: string) {
  const heard = await post(`/approvals/${id}/sign-in`, {});
  const cookie = heard.headers.get("set-cookie")?.split(";")[0] ?? "";
  const page = (await open(id, cookie)).text;
  return { cookie, page, csrf: /name="csrf" value="([^"]+)"/.exec(page)?.[1] ?? "" };
}

const status = async (id: string) =>
  (await sandbox.call(made.tokens.owner, "GET", `/approvals/${id}`)).body.approval.status;

test("a stranger is asked to sign in, and sees nothing of the request", async () => {
  const id = await askHire("Secret batch");
  const heard = await open(id);
  expect(heard.status).toBe(200);
  expect(heard.text).toContain("Sign in as the owner");
  expect(heard.text).not.toContain("Secret batch");
  expect((await open(id, "sandbox_session=a.b.c")).text).toContain("Sign in as the owner");
});

test("the signed-in human sees the amounts and can change the terms", async () => {
  const id = await askHire();
  const { page, cookie, csrf } = await signIn(id);
  for (const text of [
    "Hire Noor B.",
    "$450.00",
    "$45.00",
    "$9.95",
    "$504.95",
    "Nothing here is real money.",
  ]) {
    expect(page).toContain(text);
  }
  const form = {
    csrf,
    name: "Batch one",
    description: "",
    amount: "400.50",
    dueDate: "2026-08-01",
    payWith: "credits",
  };
  const done = await post(`/approvals/${id}/confirm`, form, { cookie });
  expect([done.status, done.headers.get("location")]).toEqual([303, `/approvals/${id}`]);
  expect((await open(id, cookie)).text).toContain("You can go back to your inbox.");
  const { contracts } = (await sandbox.door("GET", `/truth?accountId=${made.accountId}`)).body;
  expect(contracts.at(-1)?.milestones[0]).toMatchObject({
    name: "Batch one",
    description: null,
    amountUsd: 400.5,
    dueDate: "2026-08-01T00:00:00.000Z",
  });
});

test("a wrong amount is said on the page, and nothing has happened", async () => {
  const id = await askHire();
  const { cookie, csrf } = await signIn(id);
  const form = { csrf, name: "x", description: "", amount: "lots", dueDate: "", payWith: "card" };
  const heard = await post(`/approvals/${id}/confirm`, form, { cookie });
  expect(heard.status).toBe(400);
  expect(heard.text).toContain('role="alert"');
  expect(await status(id)).toBe("pending");
});

test("what others wrote is text", async () => {
  const { page } = await signIn(await askHire(EVIL));
  expect(page).not.toContain("<script>");
  expect(page).not.toContain("<img");
  expect(page).toContain("&lt;script&gt;");
});

test("nothing is settled without the cookie, the token and the page's own origin", async () => {
  const id = await askHire();
  const { cookie, csrf } = await signIn(id);
  const attempt = async (form: Record<string, string>, headers: Record<string, string>) => {
    await post(`/approvals/${id}/decline`, form, headers);
    return status(id);
  };
  expect(await attempt({ csrf }, {})).toBe("pending");
  expect(await attempt({ csrf: "wrong" }, { cookie })).toBe("pending");
  expect(await attempt({}, { cookie })).toBe("pending");
  expect(await attempt({ csrf }, { cookie, origin: "http://evil.example" })).toBe("pending");
  expect(await attempt({ csrf }, { cookie, origin: "null" })).toBe("pending");
  await open(id, cookie);
  expect(await status(id)).toBe("pending");
  expect(await attempt({ csrf }, { cookie })).toBe("declined");
});

test("every end has its page", async () => {
  const declined = await askHire();
  const first = await signIn(declined);
  await sandbox.door("POST", `/approvals/${declined}/decline`);
  expect((await open(declined, first.cookie)).text).toContain("<h1>Declined</h1>");

  const lapsed = await askHire();
  const second = await signIn(lapsed);
  await sandbox.door("POST", "/clock", { accountId: made.accountId, advanceMs: 73 * HOUR });
  const late = await post(
    `/approvals/${lapsed}/confirm`,
    { csrf: second.csrf, amount: "450" },
    { cookie: second.cookie },
  );
  expect(late.status).toBe(409);
  expect(late.text).toContain("<h1>This request has lapsed</h1>");
  expect(await status(lapsed)).toBe("expired");

  const replaced = await askHire();
  const third = await signIn(replaced);
  const path = `/proposals/${made.ids.proposals[0]}/hire`;
  await sandbox.call(made.tokens.agent, "POST", path, { milestone: { name: "Other", amount: 1 } });
  expect((await open(replaced, third.cookie)).text).toContain("<h1>Replaced by a newer request</h1>");

  const missing = await open("appr_nothing");
  expect([missing.status, missing.text.includes("<h1>Not found</h1>")]).toEqual([404, true]);
});

test("an end lets the human choose what becomes of the escrow", async () => {
  made = await sandbox.account();
  const asked = await sandbox.call(made.tokens.agent, "POST", `/contracts/${made.ids.contracts[0]}/end`);
  const { id } = asked.body.approval;
  const { page, cookie, csrf } = await signIn(id);
  expect(page).toContain("$575.50");
  await post(`/approvals/${id}/confirm`, { csrf, settle: "refund" }, { cookie });
  const { contracts } = (await sandbox.door("GET", `/truth?accountId=${made.accountId}`)).body;
  expect(contracts[0]?.milestones.filter((one) => one.status === "REFUNDED")).toHaveLength(3);
});

test("pages bring no script and may load nothing from elsewhere", async () => {
  const { page } = await signIn(await askHire());
  expect(page).not.toMatch(/<script|style=|\son[a-z]+=/);
  const heard = await open("appr_nothing");
  expect(heard.headers.get("content-security-policy")).toContain("default-src 'none'");
  expect(page.match(/<h1>/g)).toHaveLength(1);
  for (const path of [
    "/_sandbox/style.css",
    "/_sandbox/icon.svg",
    "/favicon.ico",
    "/claim",
    "/settings/billing",
    "/",
  ]) {
    expect((await sandbox.send("GET", path, {})).status).toBe(200);
  }
});
