import type { Locator, Page } from "@playwright/test";

export class InboxPage {
  readonly title;
  readonly requests;
  readonly claims;

  constructor(readonly page: Page) {
    this.title = page.getByRole("heading", { level: 1 });
    this.requests = page.getByRole("main");
    this.claims = page.getByRole("region", { name: "Told, not proven" });
  }

  async open(): Promise<void> {
    await this.page.goto("/");
  }

  /** A row is a link; its name begins with who and what. */
  row(words: string | RegExp): Locator {
    return this.page.getByRole("link", { name: words }).first();
  }

  navigation(name: "Inbox" | "History" | "Contracts" | "Settings"): Locator {
    return this.page.getByRole("navigation", { name: "Main" }).getByRole("link", { name }).first();
  }
}
