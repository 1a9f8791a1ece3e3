import type { Locator, Page } from "@playwright/test";

export class WelcomePage {
  readonly heading;

  constructor(readonly page: Page) {
    this.heading = page.getByRole("heading", { level: 1 });
  }

  async open(): Promise<void> {
    await this.page.goto("/welcome");
  }

  step(number: 1 | 2 | 3): Locator {
    return this.page.locator(`[data-step="${number}"]`);
  }
}
