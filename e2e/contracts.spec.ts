import type { Page } from "@playwright/test";
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

test("contracts are found by words and state in the address, with scripts and without", async ({
  owner,
  agent,
  browser,
  stack,
}) => {
  const id = (await agent.contracts())[0]?.id ?? "";
  const row = (page: Page) => page.locator(`a[data-row="${id}"]`);
  await owner.goto(`/contracts?q=${id}`);
  await expect(row(owner)).toBeVisible();
  await expect(owner.getByText("One contract found")).toBeVisible();
  const field = owner.getByRole("searchbox");
  await field.fill("nobody of this name");
  await expect(owner.getByRole("heading", { name: "No contract fits" })).toBeVisible();
  await expect(owner).toHaveURL(/\?q=nobody\+of\+this\+name$/);
  await owner.goBack();
  await expect(row(owner)).toBeVisible();
  await expect(field).toHaveValue(id);

  const bare = await browser.newContext({
    baseURL: stack.web,
    javaScriptEnabled: false,
    storageState: await owner.context().storageState(),
  });
  const page = await bare.newPage();
  await page.goto("/contracts?q=nobody");
  await expect(page.getByRole("heading", { name: "No contract fits" })).toBeVisible();
  await page.getByRole("searchbox").fill(id);
  await page.getByRole("button", { name: "Apply" }).click();
  await expect(page).toHaveURL(new RegExp(`/contracts\\?q=${id}$`));
  await expect(row(page)).toBeVisible();
  await page.goto("/contracts?status=dreaming");
  await expect(row(page)).toHaveCount(0);
  await bare.close();
});
