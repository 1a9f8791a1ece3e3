import type { Asked } from "./fixtures/agent";
import { expectAccessible } from "./fixtures/check-page";
import { startMcpClient } from "./fixtures/mcp-client";
import { runShell } from "./fixtures/run-shell";
import { expect, test } from "./fixtures/test";
import { CapturePage } from "./pages/capture-page";
import { ConnectionPage } from "./pages/connection-page";
import { callDoor } from "./stack/sandbox-door";
import type { Tokens } from "./stack/sandbox-process";

test.use({ world: { kind: "sandbox", name: "connect", hasReal: true } });

const dayMs = 86_400_000;
type Account = { accountId: string; tokens: Tokens };
type Calls = { calls: { path: string; token: string | null }[] };

/** A narrower token of an account, as its owner makes one. */
async function mint(origin: string, by: string, wanted: object): Promise<string> {
  const answer = await fetch(`${origin}/api/public/v1/tokens`, {
    method: "POST",
    headers: { authorization: `Bearer ${by}`, "content-type": "application/json" },
    body: JSON.stringify(wanted),
  });
  expect(answer.status).toBe(201);
  return ((await answer.json()) as { token: string }).token;
}

const reading = ["payments:read", "proposals:read", "jobs:read"];
type Contracts = { contracts: { id: string }[] };

test("nothing but the settings page is needed to try the ways in as the sandbox's agent", async ({
  owner,
  inbox,
  stack,
  running,
}) => {
  const settings = new CapturePage(owner);
  const { agent: token } = stack.tokens;
  // The sandbox's own agent is at work meanwhile, under its name.
  const nameless = settings.callers.getByRole("listitem").filter({ hasText: "An agent that gives no name" });
  await settings.open();

  await test.step("its token is in nothing that is sent before it is asked for", async () => {
    expect(await owner.content()).not.toContain("ot_pat_");
    expect(await (await owner.request.get("/api/capture-keys")).text()).not.toContain("ot_pat_");
    expect((await owner.request.get("/api/sandbox-token/show")).status()).toBe(400);
    await settings.recorder.getByRole("button", { name: "Show the sandbox agent’s token" }).click();
    await expect(settings.recorder.locator("[data-slot=sandbox-token]")).toHaveText(token);
    await expectAccessible(owner, "capture, with the sandbox's token");
  });

  await test.step("a shell, by what stands there", async () => {
    const lines = await settings.textOf(settings.recorder);
    expect(lines).toContain(`export OPENTRAIN_API_TOKEN='${token}'`);
    const { command, said } = await settings.test(settings.recorder);
    expect(JSON.parse(await runShell(`${lines}\n${command}`))).toHaveProperty("account");
    await expect(said).toContainText("Arrived");
    await expect(nameless).toContainText("one read");
  });

  await test.step("an MCP client, by what stands there", async () => {
    const block = await settings.textOf(settings.recorder, "MCP server");
    const { env } = JSON.parse(`{${block}}`) as { env: Record<string, string> };
    const client = await startMcpClient(env);
    try {
      const { contracts } = await client.call<Contracts>("opentrain_list_contracts", {
        status: "active",
      });
      const contractId = contracts[0]?.id;
      const { milestone } = await client.call<{ milestone: { id: string } }>("opentrain_create_milestone", {
        contractId,
        name: "By hand",
        description: "Tried from the settings page",
        amountUsd: 61,
      });
      const { approval } = await client.call<{ approval: Asked }>("opentrain_request_milestone_funding", {
        milestoneId: milestone.id,
      });
      await expect.poll(() => inbox.phaseOf(approval.id)).toBe("waiting");
      await expect(nameless).toContainText("one request, recorded");
    } finally {
      await client.close();
    }
  });

  await test.step("hidden, and gone with the page; it was never logged", async () => {
    await settings.recorder.getByRole("button", { name: "Hide it" }).click();
    expect(await owner.content()).not.toContain(token);
    await owner.reload();
    expect(await owner.content()).not.toContain("ot_pat_");
    expect(running?.inbox.output()).not.toContain(token);
  });
});

test("an owner connects their account, changes its tokens, leaves it and comes back", async ({
  owner,
  inbox,
  stack,
  running,
  faults,
}) => {
  // Refused tokens, and the sandbox's scripted agent whose workspace is closed.
  faults.expect(/\b(400|409|503)\b/);
  const real = stack.real ?? "";
  const [account, other] = [
    await callDoor<Account>(real, "POST", "/accounts", { scenario: "empty" }),
    await callDoor<Account>(real, "POST", "/accounts", { scenario: "empty" }),
  ];
  const first = await mint(real, account.tokens.owner, { name: "Inbox", scopes: reading });
  const ending = await mint(real, account.tokens.owner, {
    name: "Inbox, short",
    scopes: reading,
    expiresAt: new Date(Date.now() + 13 * dayMs).toISOString(),
  });
  const secrets = [first, ending, other.tokens.owner];
  const seen: string[] = [];
  owner.on("response", async (response) => {
    if (response.url().startsWith(stack.web)) seen.push(await response.text().catch(() => ""));
  });
  const settings = new ConnectionPage(owner);
  const main = owner.getByRole("main");
  const before = await inbox.summary();

  await test.step("OpenTrain away while it is checked: nothing stored, what was typed is still there", async () => {
    await running?.real?.goAway();
    await settings.open();
    await settings.paste(first, { label: "Ada’s own", submit: "Connect" });
    await expect(
      main.getByText("OpenTrain could not be reached to check the token.", { exact: false }),
    ).toBeVisible({
      timeout: 20_000,
    });
    await expect(settings.token).toHaveValue(first);
    await running?.real?.comeBack();
    expect((await inbox.summary()).connection.state).toBe("sandbox");
  });

  await test.step("pasted, it makes a workspace of its own and the sandbox is gone", async () => {
    await owner.getByRole("button", { name: "Connect", exact: true }).click();
    await expect(
      main.getByText("This workspace follows your OpenTrain account.", { exact: false }),
    ).toBeVisible();
    await expect(settings.tokenCalled("Ada’s own").getByText("In use")).toBeVisible();
    await expect(owner.getByRole("complementary", { name: "Sandbox." })).toHaveCount(0);
    const after = await inbox.summary();
    expect(after.connection).toMatchObject({ state: "real", origin: real, notices: [] });
    expect(after.workspace?.name).not.toBe(before.workspace?.name);
    expect((await inbox.approvals()).length).toBe(0);
    const told = await fetch(`${stack.web}/api/capture`, {
      method: "POST",
      headers: { authorization: `Bearer ${stack.captureKey}`, "content-type": "application/json" },
      body: JSON.stringify({ id: "appr_told_after" }),
    });
    expect(told.status).toBe(202);
    expect((await inbox.claims()).map(({ id }) => id)).toEqual(["appr_told_after"]);
  });

  await test.step("another account's token does not replace it", async () => {
    const row = settings.tokenCalled("Ada’s own");
    await row.getByRole("button", { name: "Replace" }).click();
    await settings.paste(other.tokens.owner, { submit: "Replace the token" });
    await expect(
      row.getByText("This token belongs to another OpenTrain account.", { exact: false }),
    ).toBeVisible();
  });

  await test.step("one of the same account does, and its end is told on every page", async () => {
    await settings.paste(ending, { submit: "Replace the token" });
    await expect(settings.tokenCalled("Ada’s own").getByText(/^expires /)).toBeVisible();
    await owner.getByRole("link", { name: "History" }).first().click();
    await expect(settings.banner).toContainText("The token “Ada’s own” expires");
    const { calls } = await callDoor<Calls>(real, "GET", `/calls?accountId=${account.accountId}`);
    expect(calls.map(({ path }) => path)).toContain("/api/public/v1/updates");
  });

  await test.step("its last day comes: the banner says so, nothing pretends to be live", async () => {
    await callDoor(real, "POST", "/clock", { accountId: account.accountId, advanceMs: 14 * dayMs });
    await expect(settings.banner).toContainText("expired", { timeout: 15_000 });
    await expect(settings.banner.getByRole("link", { name: "Replace the token" })).toBeVisible();
  });

  await test.step("disconnected, the history stays and every page says it", async () => {
    await settings.open();
    await settings.disconnect.click();
    await owner.getByRole("button", { name: "Disconnect now" }).click();
    await expect(main.getByRole("heading", { name: "Connect again" })).toBeVisible();
    await owner.getByRole("link", { name: "Inbox" }).first().click();
    await expect(settings.banner).toContainText("Disconnected from OpenTrain");
    await expect(main.getByRole("heading", { name: "Nothing was waiting at the last read" })).toBeVisible();
    expect((await inbox.claims()).length).toBe(1);
  });

  await test.step("another account has to be meant; the same one goes on as it was", async () => {
    await settings.open();
    await settings.paste(other.tokens.owner, { submit: "Connect again" });
    await expect(owner.getByRole("button", { name: "Connect the other account" })).toBeVisible();
    const again = await mint(real, account.tokens.owner, { name: "Inbox again", scopes: ["payments:read"] });
    secrets.push(again);
    await settings.paste(again, { submit: "Connect again" });
    await expect(settings.tokenCalled("Inbox again")).toBeVisible();
    await expect(main.getByText("Without proposals:read", { exact: false })).toBeVisible();
    await expect.poll(async () => (await inbox.summary()).sync.state).toBe("ok");
    expect((await inbox.claims()).length).toBe(1);
  });

  await test.step("no token of any of them came to the browser or went to the sandbox", async () => {
    for (const secret of secrets) {
      expect(seen.join("\n")).not.toContain(secret);
      expect(running?.inbox.output()).not.toContain(secret);
    }
    const { calls } = await callDoor<Calls>(stack.sandbox, "GET", "/calls");
    expect(calls.length).toBeGreaterThan(0);
    expect(calls.filter(({ token }) => token === null)).toEqual([]);
  });
});
