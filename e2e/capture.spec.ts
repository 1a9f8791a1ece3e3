import { unique } from "./fixtures/agent";
import { expect, test } from "./fixtures/test";
import { AddPage } from "./pages/add-page";
import { ApprovalPage } from "./pages/approval-page";
import { InboxPage } from "./pages/inbox-page";

test("the same answer told twice is one request", async ({ agent, inbox }) => {
  const asked = await agent.fund((await agent.newMilestone(unique("Told twice"), 40)).id);
  const answers = await Promise.all([agent.tell(asked), agent.tell(asked), agent.capture({ id: asked.id })]);
  expect(answers.map(({ status }) => status)).toEqual([202, 202, 202]);
  await expect.poll(() => inbox.phaseOf(asked.id)).toBe("waiting");
  const again = await agent.capture({ id: asked.id, agent: { name: "label-agent", reason: "Said later." } });
  expect(again).toMatchObject({ status: 202, body: { state: "listed" } });
  const same = (await inbox.approvals("?limit=200")).filter(({ id }) => id === asked.id);
  expect(same).toHaveLength(1);
  const { history } = await inbox.approval(asked.id);
  expect(history.filter(({ kind }) => kind === "listed")).toHaveLength(1);
});

test("an id nobody can read stays a claim and says why", async ({ agent, inbox, owner }) => {
  const id = unique("apr_nobody").replace(" ", "");
  const before = (await inbox.summary()).waiting.charge;
  const told = await agent.capture({ id, agent: { name: "stranger", reason: "Trust me." } });
  expect(told).toMatchObject({ status: 202, body: { id, state: "claimed" } });
  await expect
    .poll(async () => (await inbox.claims()).find((claim) => claim.id === id)?.whyCode)
    .toBe("not_visible");
  expect((await inbox.approvals("?limit=200&phase=all")).map((one) => one.id)).not.toContain(id);
  expect((await inbox.summary()).waiting.charge.unknownCount).toBe(before.unknownCount);
  const list = new InboxPage(owner);
  await list.open();
  await expect(list.claims.getByText(id)).toBeVisible();
});

test("a pasted link and a pasted id are read before they count", async ({ agent, owner, inbox }) => {
  const [first, second] = [unique("Pasted link"), unique("Pasted id")];
  const byLink = await agent.fund((await agent.newMilestone(first, 33)).id);
  const byId = await agent.fund((await agent.newMilestone(second, 34)).id);
  const add = new AddPage(owner);
  await add.open();
  await add.paste(`Please confirm ${byLink.approvalUrl}/?utm_source=chat, thanks\n${byId.id}`);
  await expect(add.results.getByText("Listed: in the inbox while it waits")).toHaveCount(2);
  const { approval } = await inbox.approval(byLink.id);
  expect(approval).toMatchObject({ proof: "read", capturedBy: { way: "paste" }, milestoneName: first });
  expect(approval.money).toMatchObject({ amountCents: 3300, sources: { amount: "opentrain" } });
  const list = new InboxPage(owner);
  await list.open();
  await expect(list.row(second)).toBeVisible();
});

test("what is shared from a phone is filled in, and added by a button alone", async ({
  agent,
  owner,
  inbox,
}) => {
  const asked = await agent.fund((await agent.newMilestone(unique("Shared"), 37)).id);
  const shared = new URLSearchParams({ title: "OpenTrain", text: `Please confirm ${asked.approvalUrl}` });
  const add = new AddPage(owner);
  await owner.goto(`/add?${shared}`);
  await expect(add.lines).toHaveValue(asked.approvalUrl);
  await expect(owner.getByText("Nothing is added before you say so.", { exact: false })).toBeVisible();
  expect(await inbox.phaseOf(asked.id)).toBeNull();
  await add.submit.click();
  await expect(add.results.getByText("Listed: in the inbox while it waits")).toBeVisible();
  const manifest = await owner.request.get("/manifest.webmanifest");
  expect(await manifest.json()).toMatchObject({ share_target: { action: "/add", method: "GET" } });
});

test("a link to somewhere else is refused by name", async ({ agent, owner, inbox }) => {
  const asked = await agent.fund((await agent.newMilestone(unique("Not followed"), 35)).id);
  const foreign = `https://app.opentrain.example/approvals/${asked.id}`;
  const add = new AddPage(owner);
  await add.open();
  await add.paste(`${foreign}\nhello there`);
  await expect(add.results.getByText("It leads to https://app.opentrain.example, and")).toBeVisible();
  await expect(add.results.getByText("No link or id of a request is in it")).toBeVisible();
  expect(await inbox.phaseOf(asked.id)).toBeNull();
  const told = await agent.capture({ url: foreign });
  expect(told.status).toBe(400);
});

test("an agent's words stay words", async ({ agent, owner }) => {
  const name = unique("Quiet words");
  const asked = await agent.fund((await agent.newMilestone(name, 36)).id);
  const reason = '<img src=x onerror="alert(1)"> see https://evil.example/ \u202egnp.exe';
  await agent.tell(asked, { agent: { name: "label-agent", reason } });
  const detail = new ApprovalPage(owner);
  await detail.open(asked.id);
  const words = detail.detail.getByText("<img src=x", { exact: false }).first();
  await expect(words).toBeVisible();
  await expect(owner.locator('img[src="x"]')).toHaveCount(0);
  await expect(owner.getByRole("link", { name: /evil/ })).toHaveCount(0);
  expect(await detail.detail.textContent()).not.toContain("\u202e");
});

test("a key that is not ours opens nothing", async ({ stack, agent }) => {
  const send = (authorization?: string) =>
    fetch(`${stack.web}/api/capture`, {
      method: "POST",
      headers: { "content-type": "application/json", ...(authorization ? { authorization } : {}) },
      body: JSON.stringify({ id: "apr_1" }),
    });
  expect((await send()).status).toBe(401);
  expect((await send("Bearer a-key-that-nobody-ever-made-0123456789")).status).toBe(401);
  expect((await send(`Bearer ${stack.tokens.owner}`)).status).toBe(401);
  expect((await agent.capture({ approval: { id: "x".repeat(70_000) } })).status).toBe(413);
  expect((await agent.capture({ nothing: true })).status).toBe(400);
});
