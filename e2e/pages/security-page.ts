import type { Page } from "@playwright/test";

export class SecurityPage {
  readonly signOut;

  constructor(readonly page: Page) {
    this.signOut = page.getByRole("main").getByRole("button", { name: "Sign out" });
  }

  async open(): Promise<void> {
    await this.page.goto("/settings/security");
  }
}
