import type { Locator, Page } from "@playwright/test";

export class AppearancePage {
  readonly zone;

  constructor(readonly page: Page) {
    this.zone = page.getByLabel("Deadlines and times are shown in");
  }

  async open(): Promise<void> {
    await this.page.goto("/settings/appearance");
  }

  part(title: string): Locator {
    return this.page.getByRole("region", { name: title });
  }

  theme(name: string): Locator {
    return this.part("Theme").getByLabel(name);
  }

  /** "Saved", "Saving" or nothing. */
  said(title: string): Locator {
    return this.part(title).getByRole("status");
  }
}
