import { afterAll, beforeAll, expect, test } from "vitest";
import { type Made, type OpenSandbox, ORIGIN, openSandbox } from "../testing/open-sandbox";

let sandbox: OpenSandbox;

beforeAll(async () => {
  sandbox = await openSandbox();
});
afterAll(() => sandbox.close());

const BILLING = "/settings/billing";

const open = (path: string, cookie = "") => sandbox.send("GET", path, { cookie });

const post = (path: string, form: Record<string, string>, headers: Record<string, string> = {}) =>
  sandbox.send(
    "POST",
    path,
    { origin: ORIGIN, "content-type": "application/x-www-form-urlencoded", ...headers },
    new URLSearchParams(form).toString(),
  );

async function signIn(path: string, accountId: string) {
  const heard = await post(`${path}/sign-in`, { accountId });
  expect([heard.status, heard.headers.get("location")]).toEqual([303, path]);
  const cookie = heard.headers.get("set-cookie")?.split(";")[0] ?? "";
  return { cookie, ...(await look(path, cookie)) };
}

async function look(path: string, cookie: string) {
  const { text } = await open(path, cookie);
  return { text, csrf: /name="csrf" value="([^"]+)"/.exec(text)?.[1] ?? "" };
}

const truthOf = async ({ accountId }: Made) =>
  (await sandbox.door("GET", `/truth?accountId=${accountId}`)).body;

async function topUp(made: Made, amountUsd = 50): Promise<string> {
  const heard = await sandbox.call(made.tokens.owner, "POST", "/credits/top-ups", { amountUsd });
  const { checkoutUrl } = JSON.parse(heard.text) as { checkoutUrl: string };
  expect(new URL(checkoutUrl).origin).toBe(ORIGIN);
  return new URL(checkoutUrl).pathname;
}

test("the page behind claimUrl claims the account, once, for whoever signs in as its owner", async () => {
  const made = await sandbox.account({ claimed: false });
  const path = `/proposals/${made.ids.proposals[0]}/hire`;
  const ask = () =>
    sandbox.call(made.tokens.agent, "POST", path, { milestone: { name: "Batch", amount: 1 } });
  const refused = await ask();
  expect(new URL(String(refused.body.details.claimUrl)).pathname).toBe("/claim");
  expect((await open("/claim")).text).toContain(made.accountId);
  const { cookie, csrf, text } = await signIn("/claim", made.accountId);
  expect(text).toContain("<h1>Claim this account</h1>");
  expect((await post("/claim/claim", { csrf: "wrong" }, { cookie })).status).toBe(403);
  expect((await ask()).status).toBe(403);
  expect((await post("/claim/claim", { csrf }, { cookie })).status).toBe(303);
  expect((await open("/claim", cookie)).text).toContain("<h1>This account is claimed</h1>");
  expect((await ask()).status).toBe(202);
});

test("the page behind billingUrl takes and gives back a card, and leads to a checkout", async () => {
  const made = await sandbox.account({ card: false });
  const { cookie, csrf, text } = await signIn(BILLING, made.accountId);
  expect(text).toContain("None on file");
  await post(`${BILLING}/add-card`, { csrf }, { cookie });
  await post(`${BILLING}/add-card`, { csrf }, { cookie });
  expect((await look(BILLING, cookie)).text).toContain("One on file");
  await post(`${BILLING}/remove-card`, { csrf }, { cookie });
  await post(`${BILLING}/remove-card`, { csrf }, { cookie });
  expect((await look(BILLING, cookie)).text).toContain("None on file");

  for (const amount of ["9.99", "10000.01", "lots", ""]) {
    const heard = await post(`${BILLING}/top-up`, { csrf, amount }, { cookie });
    expect([heard.status, heard.text.includes('role="alert"')]).toEqual([400, true]);
  }
  const led = await post(`${BILLING}/top-up`, { csrf, amount: "25.50" }, { cookie });
  expect(led.headers.get("location")).toMatch(/^\/checkout\//);
  expect((await look(led.headers.get("location") ?? "", cookie)).text).toContain("Pay $25.50 (simulated)");
  expect((await truthOf(made)).credits.availableCents).toBe(0);
});

test("a checkout is paid once, and says so to whoever presses again", async () => {
  const made = await sandbox.account();
  const path = await topUp(made);
  expect((await open(path)).text).toContain("Sign in as the owner");
  const { cookie, csrf } = await signIn(path, "");
  const pay = () => post(`${path}/pay`, { csrf }, { cookie });
  expect((await pay()).status).toBe(303);
  const again = await pay();
  expect([again.status, again.text.includes("settled meanwhile")]).toEqual([409, true]);
  expect(again.text).toContain("<h1>Credits added</h1>");
  expect((await truthOf(made)).credits.availableCents).toBe(5000);

  const left = await topUp(made);
  const page = await look(left, cookie);
  await post(`${left}/leave`, { csrf: page.csrf }, { cookie });
  expect((await open(left, cookie)).text).toContain("<h1>Left without paying</h1>");

  const lapsed = await topUp(made);
  await sandbox.door("POST", "/clock", { accountId: made.accountId, advanceMs: 25 * 3_600_000 });
  expect((await open(lapsed, cookie)).text).toContain("<h1>This checkout has lapsed</h1>");
  expect((await truthOf(made)).credits.availableCents).toBe(5000);
});

test("one account's owner reaches nothing of another's, and no foreign page presses a button", async () => {
  const [mine, other] = [await sandbox.account(), await sandbox.account()];
  const { cookie, csrf } = await signIn(BILLING, mine.accountId);
  const theirs = await topUp(other);
  expect((await open(theirs, cookie)).text).toContain("Sign in as the owner");
  expect((await post(`${theirs}/pay`, { csrf }, { cookie })).status).toBe(403);
  for (const origin of ["https://evil.example", "null"]) {
    const heard = await post(`${BILLING}/remove-card`, { csrf }, { cookie, origin });
    expect(heard.status).toBe(403);
  }
  expect((await look(BILLING, cookie)).text).toContain("One on file");
  expect((await truthOf(other)).credits.availableCents).toBe(0);
  expect((await open("/checkout/none")).status).toBe(404);
  const out = await post(`${BILLING}/sign-out`, {}, { cookie });
  expect(out.headers.get("set-cookie")).toMatch(/^sandbox_session=;/);
});

test("every page says that it is simulated, and brings no script", async () => {
  const made = await sandbox.account();
  const checkout = await topUp(made);
  const { cookie } = await signIn(BILLING, made.accountId);
  for (const path of ["/", BILLING, "/claim", checkout, "/nowhere", "/approvals/none", "/checkout/none"]) {
    for (const who of ["", cookie]) {
      const { text, headers } = await open(path, who);
      expect(text, path).toContain("<strong>Simulated OpenTrain.</strong> Nothing here is real money.");
      expect(text).not.toMatch(/<script|style=|\son[a-z]+=/);
      expect(headers.get("content-security-policy")).toContain("default-src 'none'; style-src 'self'");
      expect(text.match(/<h1>/g)).toHaveLength(1);
    }
  }
});
