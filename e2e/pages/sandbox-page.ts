import type { Page } from "@playwright/test";

/** What a signed-in human sees at OpenTrain, as the sandbox imitates it. */
export class SandboxPage {
  readonly title;
  readonly signIn;
  readonly confirm;
  readonly decline;
  readonly wayBack;

  constructor(readonly page: Page) {
    this.title = page.getByRole("heading", { level: 1 });
    this.signIn = page.getByRole("button", { name: "Sign in as the owner" });
    this.confirm = page.getByRole("button", { name: /^Confirm/ });
    this.decline = page.getByRole("button", { name: "Decline" });
    this.wayBack = page.getByRole("link", { name: "You can go back to your inbox." });
  }
}
