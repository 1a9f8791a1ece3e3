import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Asked, unique } from "./fixtures/agent";
import { expectAccessible, expectNoSidewaysScroll, expectReadable } from "./fixtures/check-page";
import { startMcpClient } from "./fixtures/mcp-client";
import { runShell } from "./fixtures/run-shell";
import { expect, test } from "./fixtures/test";
import { CapturePage } from "./pages/capture-page";

test.use({ world: { kind: "account", name: "settings-capture", scenario: "empty" } });

const post = (web: string, key: string, body: object) =>
  fetch(`${web}/api/capture`, {
    method: "POST",
    headers: { authorization: `Bearer ${key}`, "content-type": "application/json" },
    body: JSON.stringify(body),
  });

test("an operator makes a key, copies what stands there, and sees it arrive", async ({
  owner,
  stack,
  agent,
  inbox,
}) => {
  const settings = new CapturePage(owner);
  await settings.open();
  const made = await settings.makeKey("label-agent");
  const secret = (await made.locator("[data-slot=capture-key]").textContent()) ?? "";
  expect(secret).toMatch(/^cs_capture_[\w-]{43}$/);

  await test.step("address and key alone, stored nowhere", async () => {
    const { command, said } = await settings.test(made);
    const answer = JSON.parse(await runShell(command)) as { state: string };
    expect(answer.state).toBe("tested");
    await expect(said).toContainText("A test call. Address and key are right.");
    expect(await inbox.claims()).toEqual([]);
  });

  const asked = await agent.fund((await agent.newMilestone(unique("By curl"), 40)).id);
  await test.step("a request, by the snippet for a shell", async () => {
    const snippet = await settings.textOf(made, "curl");
    expect(snippet).toContain(secret);
    writeFileSync(join(stack.folder, "answer.json"), JSON.stringify({ approval: asked, message: "Waiting" }));
    writeFileSync(join(stack.folder, "request.json"), "{}");
    const { said } = await settings.test(made);
    const script = `${snippet}\ncountersign answer.json request.json "It's \\"next\\""`;
    const told = JSON.parse(await runShell(script, { cwd: stack.folder })) as { id: string };
    expect(told.id).toBe(asked.id);
    await expect(said).toContainText("from label-agent");
    await expect(said.getByRole("link", { name: "See the request" })).toHaveAttribute(
      "href",
      `/approvals/${asked.id}`,
    );
    await expect.poll(() => inbox.phaseOf(asked.id)).toBe("waiting");
    expect((await inbox.approval(asked.id)).approval.agent).toMatchObject({
      name: "label-agent",
      reason: 'It\'s "next"',
    });
  });

  await test.step("it says who came by, and the secret is gone with the page", async () => {
    await owner.reload();
    await expect(settings.row("label-agent")).toContainText("last used");
    await expect(settings.callers).toContainText("with the key label-agent");
    expect(await owner.content()).not.toContain(secret);
  });

  await test.step("revoked, it is turned away with the reason", async () => {
    const row = settings.row("label-agent");
    await row.getByRole("button", { name: "Revoke the key label-agent" }).click();
    await expect(row.getByRole("button", { name: "Keep it" })).toBeFocused();
    await row.getByRole("button", { name: "Revoke the key label-agent" }).last().click();
    await expect(owner.getByText("The key label-agent was revoked.")).toBeVisible();
    const told = await post(stack.web, secret, { id: asked.id });
    expect(told.status).toBe(410);
    expect(await told.json()).toMatchObject({ details: { reason: "capture_key_revoked" } });
  });
});

test("what was turned away is said as far as it can be told", async ({ owner, stack }) => {
  const settings = new CapturePage(owner);
  await settings.open();
  const made = await settings.makeKey("careless-agent");
  const secret = (await made.locator("[data-slot=capture-key]").textContent()) ?? "";
  const { said } = await settings.test(made);
  expect((await post(stack.web, secret.slice(0, -3), { test: true })).status).toBe(401);
  await expect(said).toContainText("with a key this server does not know");
  const lost = await fetch(`${stack.web}/capture`, { headers: { authorization: `Bearer ${secret}` } });
  expect(lost.ok && !lost.redirected).toBe(false);
  await expect(said).toContainText("to an address that is not there");
  expect((await post(stack.web, secret, { nothing: true })).status).toBe(400);
  await expect(said).toContainText("A call arrived and was turned away");

  await test.step("a hostile name stays a name, and the key can be called otherwise", async () => {
    await made.getByRole("button", { name: "Done" }).click();
    const label = `<img src=x onerror=alert(1)> '"$(id)` + "`id`";
    const hostile = await settings.makeKey(label);
    await expect(hostile).toBeVisible();
    expect(JSON.parse(await runShell((await settings.test(hostile)).command))).toMatchObject({
      state: "tested",
    });
    await expect(owner.locator('img[src="x"]')).toHaveCount(0);
    await hostile.getByRole("button", { name: "Done" }).click();
    const row = settings.row("<img src=x");
    await row.getByRole("button", { name: /^Rename/ }).click();
    await row.getByLabel("New name").fill("quiet-agent");
    await row.getByRole("button", { name: "Save" }).click();
    await expect(owner.getByText("The key is called quiet-agent now.")).toBeVisible();
  });

  await test.step("the page is whole at every size and in both themes", async () => {
    await settings
      .row("quiet-agent")
      .getByRole("button", { name: /^How to use it/ })
      .click();
    await expectAccessible(owner, "capture");
    await owner.emulateMedia({ colorScheme: "dark" });
    await expectReadable(owner, "capture, dark");
    await owner.setViewportSize({ width: 320, height: 640 });
    await expectNoSidewaysScroll(owner, "capture at 320");
  });
});

test("one setting is enough, for a shell and for an MCP client", async ({ owner, stack, agent, inbox }) => {
  const settings = new CapturePage(owner);
  await settings.open();

  await test.step("a shell, by the two lines and the call that stand there", async () => {
    const lines = await settings.textOf(settings.recorder);
    const { command, said } = await settings.test(settings.recorder);
    const whose = await runShell(`${lines}\n${command}`, {
      env: { OPENTRAIN_API_TOKEN: stack.tokens.agent },
    });
    expect(JSON.parse(whose)).toHaveProperty("account");
    await expect(said).toContainText("A read that went on to OpenTrain.");
  });

  await test.step("a token of nobody here is turned away, and the page says so", async () => {
    const { command, said } = await settings.test(settings.recorder);
    const env = { OPENTRAIN_API_TOKEN: "ot_pat_nobody_0123456789abcdef0123" };
    expect(JSON.parse(await runShell(command, { env }))).toMatchObject({
      details: { reason: "inbox_not_connected" },
    });
    await expect(said).toContainText("this token belongs to none of them");
    await settings.recorder.getByRole("button", { name: "Stop waiting" }).click();
  });

  await test.step("an MCP client, with the lines for its server", async () => {
    const { env } = JSON.parse(`{${await settings.textOf(settings.recorder, "MCP server")}}`) as {
      env: Record<string, string>;
    };
    const milestone = await agent.newMilestone(unique("By an MCP client"), 55);
    expect(env).toHaveProperty("OPENTRAIN_PERSONAL_API_TOKEN", "the token it has now");
    const client = await startMcpClient({ ...env, OPENTRAIN_PERSONAL_API_TOKEN: stack.tokens.agent });
    try {
      const { said } = await settings.test(settings.recorder);
      const { approval } = await client.call<{ approval: Asked }>("opentrain_request_milestone_funding", {
        milestoneId: milestone.id,
      });
      await expect(said).toContainText("A request, recorded as OpenTrain answered it.");
      await expect(said.getByRole("link", { name: "See the request" })).toBeVisible();
      await expect.poll(() => inbox.phaseOf(approval.id)).toBe("waiting");
      const { capturedBy, proof } = (await inbox.approval(approval.id)).approval;
      expect([capturedBy.way, ["recorded", "read"].includes(proof)]).toEqual(["recorder", true]);
    } finally {
      await client.close();
    }
  });
});
