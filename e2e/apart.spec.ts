import { unique } from "./fixtures/agent";
import { expect, test } from "./fixtures/test";

const terms = {
  name: unique("Apart"),
  description: "Draw boxes around 1,200 street signs in Porto, then hand them in.",
  amount: 240,
};

test("what OpenTrain refuses an agent is said apart from the list, and can be set aside and brought back", async ({
  owner,
  agent,
}) => {
  const recorded = agent.recorded("label-agent", "The best\u200b of the shortlist.");
  await expect(recorded.hire(await agent.notFit(), terms)).rejects.toThrow(/not_fit_confirmation_required/);
  await owner.goto("/");
  const refused = owner.getByRole("region", { name: /^Wanted, and could not be asked/ });
  await expect(refused).toContainText("this person was marked as not a fit.");
  await expect(refused).toContainText("$240.00");
  await expect(refused).toContainText("The bestU+200B of the shortlist.");
  const index = owner.getByRole("navigation", { name: "Apart from the list" });
  await expect(index.getByRole("link", { name: /could not be asked$/ })).toBeVisible();

  await refused.getByRole("button", { name: /^Dismiss: Hire/ }).click();
  await expect(refused.getByRole("button", { name: /^Undo/ })).toBeFocused();
  await expect(refused).not.toContainText("this person was marked as not a fit.");
  await refused.getByRole("button", { name: /^Undo/ }).press("Enter");
  await expect(refused).toContainText("this person was marked as not a fit.");
  await expect(refused.getByRole("button", { name: /^Dismiss: Hire/ })).toBeFocused();
});

test("a replaced request shows what the newer one changes, and the newer one what it changed", async ({
  owner,
  agent,
  inbox,
}) => {
  const recorded = agent.recorded();
  const [proposal = ""] = await agent.hirable();
  const older = await recorded.hire(proposal, terms);
  const newer = await recorded.hire(proposal, {
    ...terms,
    description: terms.description.replace("1,200", "1,500"),
    amount: 300,
  });
  await expect.poll(() => inbox.phaseOf(newer.id)).not.toBeNull();
  for (const [id, heading] of [
    [newer.id, "What changed since the earlier request"],
    [older.id, "What the newer request changes"],
  ] as const) {
    await owner.goto(`/approvals/${id}`);
    const changes = owner.getByRole("region", { name: heading });
    await expect(changes.getByRole("deletion")).toHaveText([/was: 1,200/, /was: \$240\.00/]);
    await expect(changes.getByRole("insertion")).toHaveText([/is now: 1,500/, /is now: \$300\.00/]);
    await expect(changes).toContainText("$60.00 more");
  }
});

test("a long text is cut after a few lines, and opens where it stands", async ({ owner, agent, inbox }) => {
  const proposal = (await agent.hirable()).at(1) ?? "";
  const lines = Array.from({ length: 30 }, (_, at) => `Rule ${at + 1} of the guidelines.`);
  const asked = await agent.recorded().hire(proposal, { ...terms, description: lines.join("\n") });
  await expect.poll(() => inbox.phaseOf(asked.id)).not.toBeNull();
  await owner.goto(`/approvals/${asked.id}`);
  const text = owner.locator("[data-slot=folded-text]").filter({ hasText: "Rule 30" });
  const isCut = () => text.evaluate((box) => box.scrollHeight > box.clientHeight + 1);
  await expect.poll(isCut).toBe(true);
  await owner.getByRole("button", { name: "Show all of it" }).click();
  await expect(owner.getByRole("button", { name: "Show less" })).toHaveAttribute("aria-expanded", "true");
  expect(await isCut()).toBe(false);
});
