import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { type Made, type OpenSandbox, ORIGIN, openSandbox } from "../testing/open-sandbox";

let sandbox: OpenSandbox;
let made: Made;

beforeAll(async () => {
  sandbox = await openSandbox();
});
afterAll(() => sandbox.close());
beforeEach(async () => {
  made = await sandbox.account({ creditsCents: 100_000 });
});

const post = (path: string, form: Record<string, string>, cookie = "") =>
  sandbox.send(
    "POST",
    path,
    { origin: ORIGIN, "content-type": "application/x-www-form-urlencoded", cookie },
    new URLSearchParams(form).toString(),
  );

const ask = async (path: string, body?: object) =>
  (await sandbox.call(made.tokens.agent, "POST", path, body)).body.approval.id;

const hire = (index: number, name = "Batch", amount = 450) =>
  ask(`/proposals/${made.ids.proposals[index]}/hire`, { milestone: { name, amount } });

const truth = async () => (await sandbox.door("GET", `/truth?accountId=${made.accountId}`)).body;
const confirm = (id: string, body: object = {}) => sandbox.door("POST", `/approvals/${id}/confirm`, body);

/** Opens the page as its owner; what it would post is what its fields hold. */
async function openPage(id: string) {
  const signedIn = await post(`/approvals/${id}/sign-in`, {});
  const cookie = signedIn.headers.get("set-cookie")?.split(";")[0] ?? "";
  const { text } = await sandbox.send("GET", `/approvals/${id}`, { cookie });
  return { text, cookie, form: fieldsOf(text) };
}

function fieldsOf(text: string): Record<string, string> {
  const inputs = [...text.matchAll(/<input[^>]*>/g)].map(([tag]) => tag);
  const attribute = (tag: string, name: string) => new RegExp(`\\b${name}="([^"]*)"`).exec(tag)?.[1] ?? "";
  const sent = inputs.filter((tag) => !tag.includes('type="radio"') || / checked/.test(tag));
  return Object.fromEntries(sent.map((tag) => [attribute(tag, "name"), attribute(tag, "value")]));
}

const alertIn = (text: string) => /role="alert">([^<]+)</.exec(text)?.[1];

test("settled meanwhile: the press is said to have done nothing", async () => {
  const id = await hire(0);
  const { cookie, form } = await openPage(id);
  await sandbox.door("POST", `/approvals/${id}/decline`);
  const late = await post(`/approvals/${id}/confirm`, form, cookie);
  expect(late.status).toBe(409);
  expect(alertIn(late.text)).toMatch(/^Your Confirm came too late and did nothing: .* already closed on /);
  expect(late.text).toContain("<h1>Declined</h1>");
  expect((await truth()).contracts).toHaveLength(1);
});

test("replaced meanwhile: the page leads to the newer request", async () => {
  const id = await hire(0);
  const { cookie, form } = await openPage(id);
  const newer = await hire(0, "Other", 500);
  const late = await post(`/approvals/${id}/confirm`, form, cookie);
  expect(late.text).toContain("<h1>Replaced by a newer request</h1>");
  expect(late.text).toContain(`href="/approvals/${newer}"`);
  expect(alertIn(late.text)).toContain("did nothing");
});

test("money gone: what is needed and what is there, and nothing charged", async () => {
  const [first, second] = [await hire(0), await hire(1, "Batch", 500)];
  const { cookie, form } = await openPage(first);
  await confirm(second, { payWith: "credits" });
  const heard = await post(`/approvals/${first}/confirm`, { ...form, payWith: "credits" }, cookie);
  expect(heard.status).toBe(409);
  expect(alertIn(heard.text)).toBe(
    "Your credits do not cover this: $504.95 is needed, $440.05 is available. Nothing was charged.",
  );
  const { approvals, credits } = await truth();
  expect(approvals.find(({ id }) => id === first)?.status).toBe("pending");
  expect(credits.availableCents).toBe(44_005);
});

test("card gone: said as such", async () => {
  const id = await hire(0);
  const { cookie, form } = await openPage(id);
  const billing = await post("/settings/billing/sign-in", { accountId: made.accountId });
  const owner = billing.headers.get("set-cookie")?.split(";")[0] ?? "";
  const page = await sandbox.send("GET", "/settings/billing", { cookie: owner });
  await post("/settings/billing/remove-card", fieldsOf(page.text), owner);
  const heard = await post(`/approvals/${id}/confirm`, { ...form, payWith: "card" }, cookie);
  expect(alertIn(heard.text)).toBe("There is no card on file any more. Nothing was charged.");
});

test("hired, funded or ended meanwhile by another way: each is named", async () => {
  const { milestones, contracts } = made.ids;
  const fund = await ask(`/milestones/${milestones[0]}/fund`);
  const release = await ask(`/milestones/${milestones[1]}/approve`);
  const end = await ask(`/contracts/${contracts[0]}/end`);
  const pages = { fund: await openPage(fund), release: await openPage(release) };
  await confirm(end, { settle: "refund" });
  for (const [id, page] of [
    [fund, pages.fund],
    [release, pages.release],
  ] as const) {
    const heard = await post(`/approvals/${id}/confirm`, page.form, page.cookie);
    expect([heard.status, alertIn(heard.text)]).toEqual([
      409,
      "Meanwhile the contract has ended. Nothing was done.",
    ]);
  }
});

test("escrow that has changed since the page was opened is shown before it is decided on", async () => {
  const end = await ask(`/contracts/${made.ids.contracts[0]}/end`);
  const page = await openPage(end);
  await confirm(await ask(`/milestones/${made.ids.milestones[0]}/fund`));
  const heard = await post(`/approvals/${end}/confirm`, { ...page.form, settle: "refund" }, page.cookie);
  expect(alertIn(heard.text)).toContain("has changed from $575.50 to $825.50. Nothing has happened yet.");
  expect((await truth()).contracts[0]?.status).toBe("active");
  const again = fieldsOf(heard.text);
  expect(again.settle).toBe("refund");
  await post(`/approvals/${end}/confirm`, again, page.cookie);
  const [contract] = (await truth()).contracts;
  expect(contract?.milestones.filter(({ status }) => status === "REFUNDED")).toHaveLength(4);
});

test("an amount changed on the page is summed up before it is paid, and what was typed stays", async () => {
  const id = await hire(0);
  const { cookie, form } = await openPage(id);
  const typed = { ...form, amount: "400.50", name: "Batch <one>", description: "d", payWith: "credits" };
  const shown = await post(`/approvals/${id}/confirm`, typed, cookie);
  expect(shown.status).toBe(200);
  expect(alertIn(shown.text)).toContain("The total is now $450.50, not $504.95. Nothing has happened yet.");
  expect(shown.text).toContain('value="Batch &lt;one&gt;"');
  expect((await truth()).approvals[0]?.status).toBe("pending");
  const again = { ...fieldsOf(shown.text), description: "d" };
  expect(again).toMatchObject({ amount: "400.50", payWith: "credits", seen: "45050" });
  expect((await post(`/approvals/${id}/confirm`, again, cookie)).status).toBe(303);
  expect((await truth()).credits.availableCents).toBe(100_000 - 45_050);

  const other = await openPage(await hire(1));
  const wrong = await post(
    `/approvals/${(await truth()).approvals[1]?.id}/confirm`,
    { ...other.form, amount: "a lot", name: "Kept" },
    other.cookie,
  );
  expect([wrong.status, wrong.text.includes('value="a lot"'), wrong.text.includes('value="Kept"')]).toEqual([
    400,
    true,
    true,
  ]);
});

test("without a card the credits are chosen, and what they lack is said before the press", async () => {
  made = await sandbox.account({ card: false, creditsCents: 60_000 });
  const id = await hire(0);
  const other = await hire(1, "Batch", 500);
  await confirm(other, { payWith: "credits" });
  const { text } = await openPage(id);
  expect(text).toContain("Card (none on file)");
  expect(text).toContain("Credits ($40.05 available, not enough)");
  expect(text).toContain('<a href="/settings/billing">Add a card or credits</a>');
});
