import type { Page } from "@playwright/test";

export class SignInPage {
  readonly email;
  readonly password;
  readonly submit;
  readonly problem;

  constructor(readonly page: Page) {
    this.email = page.getByLabel("E-mail");
    this.password = page.getByLabel("Password", { exact: true });
    this.submit = page.getByRole("button", { name: "Sign in" });
    this.problem = page.getByRole("main").getByRole("alert");
  }

  async open(): Promise<void> {
    await this.page.goto("/sign-in");
  }

  async enter(person: { email: string; password: string }): Promise<void> {
    await this.email.fill(person.email);
    await this.password.fill(person.password);
    await this.submit.click();
  }
}
