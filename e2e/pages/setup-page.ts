import type { Page } from "@playwright/test";

export class SetupPage {
  readonly name;
  readonly email;
  readonly password;
  readonly submit;

  constructor(readonly page: Page) {
    this.name = page.getByLabel("Your name");
    this.email = page.getByLabel("E-mail");
    this.password = page.getByLabel("Password", { exact: true });
    this.submit = page.getByRole("button", { name: "Make it mine" });
  }

  async open(link: string): Promise<void> {
    await this.page.goto(link);
  }

  async become(owner: { email: string; password: string }, name = "Sam Okafor"): Promise<void> {
    await this.name.fill(name);
    await this.email.fill(owner.email);
    await this.password.fill(owner.password);
    await this.submit.click();
  }
}
