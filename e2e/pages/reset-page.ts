import type { Page } from "@playwright/test";

export class ResetPage {
  readonly heading;
  readonly password;
  readonly submit;

  constructor(readonly page: Page) {
    this.heading = page.getByRole("heading", { level: 1 });
    this.password = page.getByLabel("New password");
    this.submit = page.getByRole("button", { name: "Set it and sign in" });
  }

  async open(link: string): Promise<void> {
    await this.page.goto(link);
  }

  async choose(password: string): Promise<void> {
    await this.password.fill(password);
    await this.submit.click();
  }
}
