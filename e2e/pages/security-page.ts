import type { Page } from "@playwright/test";

export class SecurityPage {
  readonly signOut;
  readonly sessions;

  constructor(readonly page: Page) {
    this.signOut = page
      .getByRole("region", { name: "This session" })
      .getByRole("button", { name: "Sign out" });
    this.sessions = page.getByRole("region", { name: "Where you are signed in" }).getByRole("listitem");
  }

  async open(): Promise<void> {
    await this.page.goto("/settings/security");
  }

  async change(present: string, next: string): Promise<void> {
    await this.page.getByLabel("Current password").fill(present);
    await this.page.getByLabel("New password").fill(next);
    await this.page.getByRole("button", { name: "Change the password" }).click();
  }
}
