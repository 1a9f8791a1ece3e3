import type { Locator, Page } from "@playwright/test";

export class InboxPage {
  readonly title;
  readonly requests;
  readonly claims;
  readonly rows;

  constructor(readonly page: Page) {
    this.title = page.getByRole("heading", { level: 1 });
    this.requests = page.getByRole("main");
    this.rows = this.requests.locator("a[href^='/approvals/']");
    this.claims = page.getByRole("region", { name: /^Told to us, not confirmed by OpenTrain/ });
  }

  async open(): Promise<void> {
    await this.page.goto("/");
  }

  /** A row is a link; its name begins with who and what. */
  row(words: string | RegExp): Locator {
    return this.page.getByRole("link", { name: words }).first();
  }

  /** The way there that is in sight: the rail, the tab bar, or the way back on a phone. */
  way(to: "Inbox" | "History" | "Contracts" | "Settings"): Locator {
    return this.page.getByRole("link", { name: to }).filter({ visible: true }).first();
  }
}
