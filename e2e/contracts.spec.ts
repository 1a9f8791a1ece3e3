import { unique } from "./fixtures/agent";
import { expect, test } from "./fixtures/test";

test("a contract shows its milestones, its escrow and the requests on it", async ({
  owner,
  agent,
  human,
  inbox,
}) => {
  const name = unique("Contract batch");
  const milestone = await agent.newMilestone(name, 61.25);
  const asked = await agent.fund(milestone.id);
  await agent.tell(asked);
  await expect.poll(() => inbox.phaseOf(asked.id)).toBe("waiting");

  await owner.goto("/contracts");
  const main = owner.getByRole("main");
  await main.locator(`a[href="/contracts/${milestone.contractId}"]`).first().click();
  await expect(owner).toHaveURL(/\/contracts\//);
  const row = main
    .getByRole("listitem")
    .filter({ hasText: name })
    .or(main.getByRole("row").filter({ hasText: name }));
  await expect(row.first()).toContainText("$61.25");
  await expect(row.first()).toContainText("Not funded");
  await expect(main.locator(`a[href="/approvals/${asked.id}"]`).first()).toBeVisible();

  await human.confirm(asked.id);
  await expect.poll(() => inbox.phaseOf(asked.id)).toBe("confirmed");
  await owner.reload();
  await expect(row.first()).toContainText("Funded");
  await expect(row.first()).not.toContainText("Not funded");
});
