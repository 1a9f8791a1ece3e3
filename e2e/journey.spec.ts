import { expect, test } from "./fixtures/test";
import { ApprovalPage } from "./pages/approval-page";
import { HistoryPage } from "./pages/history-page";
import { InboxPage } from "./pages/inbox-page";
import { SandboxPage } from "./pages/sandbox-page";
import { SetupPage } from "./pages/setup-page";

test.use({ world: { kind: "first_run", name: "journey" } });

test("from the set-up link to the history", async ({ page, stack }) => {
  const setup = new SetupPage(page);
  const inbox = new InboxPage(page);
  const approval = new ApprovalPage(page);

  await test.step("the owner comes in by the printed link", async () => {
    await setup.open(stack.setupLink ?? "");
    await expect(page.getByRole("heading", { level: 1, name: "Make this inbox yours" })).toBeVisible();
    await setup.become(stack.owner);
    await expect(page).toHaveURL(`${stack.web}/welcome`);
    expect(page.url(), "the secret is gone from the address").not.toContain("#");
    await expect(page.getByText("nothing here is real money")).toBeVisible();
  });

  await page.getByRole("link", { name: "Go to the inbox" }).click();
  await test.step("requests arrive on the open page by themselves", async () => {
    await expect(inbox.row(/Hire Noor B\./)).toBeVisible();
    await expect(inbox.row(/Hire Piotr K\./)).toBeVisible({ timeout: 30_000 });
    await expect(inbox.title).toHaveText(/\d+ waiting/);
  });

  await test.step("one of them says what it costs and what each choice does", async () => {
    await inbox.row(/Hire Noor B\./).click();
    await expect(page).toHaveURL(/\/approvals\//);
    await expect(approval.heading(/Hire Noor B\. for “Batch 1”/)).toBeVisible();
    await expect(approval.detail.getByText("$504.95").first()).toBeVisible();
    for (const choice of ["If you confirm", "If you decline", "If nobody acts"]) {
      await expect(approval.detail.getByText(choice, { exact: false }).first()).toBeVisible();
    }
  });

  await test.step("the link leads to the page where a person confirms", async () => {
    const sandbox = new SandboxPage(await approval.followLink());
    expect(new URL(sandbox.page.url()).origin).toBe(stack.sandbox);
    await sandbox.signIn.click();
    await expect(sandbox.title).toHaveText("Hire Noor B.");
    await sandbox.confirm.click();
    await expect(sandbox.title).toHaveText("Confirmed");
    await sandbox.wayBack.click();
    await expect(new ApprovalPage(sandbox.page).detail.getByText("Confirmed").first()).toBeVisible();
    expect(new URL(sandbox.page.url()).origin).toBe(stack.web);
    await sandbox.page.close();
  });

  await test.step("back here the outcome shows", async () => {
    await expect(approval.detail.getByText("Confirmed").first()).toBeVisible();
    await expect(approval.leave).toHaveCount(0);
    await expect(approval.happened.getByText(/confirmed/i).first()).toBeVisible();
  });

  await test.step("and it is in history with what happened", async () => {
    await inbox.way("History").click();
    const row = new HistoryPage(page).row(/Hire Noor B\./);
    await expect(row).toBeVisible();
    await expect(row).toContainText("Confirmed");
    await row.click();
    await expect(approval.happened.getByText(/asked/i).first()).toBeVisible();
    await expect(approval.happened.getByText(/confirmed/i).first()).toBeVisible();
  });

  await test.step("the inbox no longer lists it", async () => {
    await inbox.open();
    await expect(inbox.row(/Hire Piotr K\./)).toBeVisible();
    await expect(inbox.row(/Hire Noor B\..*Batch 1/)).toHaveCount(0);
  });

  await test.step("below the list it says what an agent could not ask, and how much was seen in time", async () => {
    const refused = page.getByRole("region", { name: /^Wanted, and could not be asked/ });
    await expect(refused).toContainText("this person was marked as not a fit.");
    await expect(page.getByRole("region", { name: "Seen in time" })).toContainText(
      /^The one settled request OpenTrain has reported, asked since .+, was on screen before it was settled\.$/,
    );
  });
});
