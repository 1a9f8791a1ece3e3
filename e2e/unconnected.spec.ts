import { expect, test } from "./fixtures/test";
import { InboxPage } from "./pages/inbox-page";

test.use({ world: { kind: "unconnected", name: "unconnected" } });

test("with no account connected every list says so, and what is told is kept", async ({
  owner,
  inbox,
  agent,
  stack,
  running,
  faults,
}) => {
  faults.expect(/\b409\b/);
  const list = new InboxPage(owner);
  const asked = await agent.fund((await agent.newMilestone("Told early", 81)).id);

  await test.step("no list pretends to be empty", async () => {
    for (const path of ["/api/approvals", "/api/contracts"]) {
      const answer = await inbox.http.get(path);
      expect.soft(answer.status(), path).toBe(409);
      expect.soft((await answer.json()) as object, path).toMatchObject({
        code: "CONFLICT",
        details: { reason: "not_connected" },
      });
    }
    await list.open();
    await expect(owner.getByText("No OpenTrain account is connected").first()).toBeVisible();
    await expect(owner.getByText("Nothing is waiting")).toHaveCount(0);
  });

  await test.step("what is told now is kept and proven once an account is connected", async () => {
    const told = await agent.tell(asked);
    expect(told).toMatchObject({ status: 202, body: { id: asked.id, state: "claimed" } });
    await owner.goto("about:blank");
    await running?.inbox.terminate();
    await running?.startAgain({ OPENTRAIN_API_TOKEN: stack.tokens.owner });
    await expect.poll(() => inbox.phaseOf(asked.id), { timeout: 20_000 }).toBe("waiting");
    await list.open();
    await expect(list.row("Told early")).toBeVisible();
  });
});
