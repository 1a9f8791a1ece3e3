import type { Locator, Page } from "@playwright/test";

export class ApprovalPage {
  readonly detail;
  readonly leave;
  readonly happened;

  constructor(readonly page: Page) {
    this.detail = page.getByRole("article", { name: "The request" });
    this.leave = page.getByRole("link", { name: /^(Review in|Open it again)/ });
    this.happened = page.getByRole("region", { name: "What happened so far" });
  }

  async open(id: string): Promise<void> {
    await this.page.goto(`/approvals/${id}`);
  }

  heading(words: string | RegExp): Locator {
    return this.detail.getByRole("heading", { name: words });
  }

  /** OpenTrain's own page, which opens beside ours. */
  async followLink(): Promise<Page> {
    const [opened] = await Promise.all([this.page.waitForEvent("popup"), this.leave.click()]);
    await opened.waitForLoadState();
    return opened;
  }
}
