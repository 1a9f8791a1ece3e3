import type { Page } from "@playwright/test";

export class ConnectionPage {
  readonly show;

  constructor(readonly page: Page) {
    this.show = page.getByRole("button", { name: "Show the key" });
  }

  async open(): Promise<void> {
    await this.page.goto("/settings/connection");
  }
}
