import type { Page } from "@playwright/test";

export class ConnectionPage {
  readonly show;
  readonly signOut;

  constructor(readonly page: Page) {
    this.show = page.getByRole("button", { name: "Show the key" });
    this.signOut = page.getByRole("main").getByRole("button", { name: "Sign out" });
  }

  async open(): Promise<void> {
    await this.page.goto("/settings/connection");
  }
}
