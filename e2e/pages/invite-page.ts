import type { Page } from "@playwright/test";

export class InvitePage {
  readonly heading;
  readonly name;
  readonly email;
  readonly password;
  readonly submit;

  constructor(readonly page: Page) {
    this.heading = page.getByRole("heading", { level: 1 });
    this.name = page.getByLabel("Your name");
    this.email = page.getByLabel("E-mail");
    this.password = page.getByLabel("Password", { exact: true });
    this.submit = page.getByRole("button", { name: "Join" });
  }

  async open(link: string): Promise<void> {
    // Another invitation differs behind the # alone when its address is the same: always a load of its own.
    await this.page.goto("about:blank");
    await this.page.goto(link);
  }

  async join(person: { name: string; email: string; password: string }): Promise<void> {
    await this.name.fill(person.name);
    await this.email.fill(person.email);
    await this.password.fill(person.password);
    await this.submit.click();
  }
}
