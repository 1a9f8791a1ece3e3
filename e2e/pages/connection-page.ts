import type { Locator, Page } from "@playwright/test";

export class ConnectionPage {
  readonly token;
  readonly label;
  readonly disconnect;
  readonly banner;

  constructor(readonly page: Page) {
    this.token = page.getByLabel("Token", { exact: true });
    this.label = page.getByLabel("What you call it");
    this.disconnect = page.getByRole("button", { name: "Disconnect the account" });
    this.banner = page.getByRole("complementary", { name: "Connection" });
  }

  async open(): Promise<void> {
    await this.page.goto("/settings/connection");
  }

  /** The row of a token by what it is called. */
  tokenCalled(label: string): Locator {
    return this.page.getByRole("article", { name: label, exact: true });
  }

  async paste(token: string, { label, submit }: { label?: string; submit: string }): Promise<void> {
    await this.token.fill(token);
    if (label !== undefined) await this.label.fill(label);
    await this.page.getByRole("button", { name: submit, exact: true }).click();
  }
}
