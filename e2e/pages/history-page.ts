import type { Locator, Page } from "@playwright/test";

export class HistoryPage {
  constructor(readonly page: Page) {}

  async open(): Promise<void> {
    await this.page.goto("/history");
  }

  row(words: string | RegExp): Locator {
    return this.page.getByRole("main").getByRole("link", { name: words }).first();
  }
}
