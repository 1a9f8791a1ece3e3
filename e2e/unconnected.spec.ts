import { expect, test } from "./fixtures/test";
import { InboxPage } from "./pages/inbox-page";

test.use({ world: { kind: "unconnected", name: "unconnected" } });

test("with no account connected every list says so", async ({ owner, inbox, agent, faults }) => {
  faults.expect(/\b409\b/);
  for (const path of ["/api/approvals", "/api/contracts"]) {
    const answer = await inbox.http.get(path);
    expect.soft(answer.status(), path).toBe(409);
    expect.soft((await answer.json()) as object, path).toMatchObject({
      code: "CONFLICT",
      details: { reason: "not_connected" },
    });
  }
  await new InboxPage(owner).open();
  await expect(owner.getByText("No OpenTrain account is connected").first()).toBeVisible();
  await expect(owner.getByText("Nothing is waiting")).toHaveCount(0);

  const told = await agent.capture({ id: "apr_told_early" });
  expect(told).toMatchObject({ status: 202, body: { state: "claimed" } });
  await expect
    .poll(async () => (await inbox.claims()).map(({ id, whyCode }) => ({ id, whyCode })))
    .toEqual([{ id: "apr_told_early", whyCode: "not_connected" }]);
});
