import type { Locator, Page } from "@playwright/test";

export class TeamPage {
  readonly heading;
  readonly forWhom;
  readonly make;
  readonly link;
  readonly members;
  readonly invitations;
  readonly removed;

  constructor(readonly page: Page) {
    this.heading = page.getByRole("heading", { level: 1, name: "Team" });
    this.forWhom = page.getByLabel("For whom (optional)");
    this.make = page.getByRole("button", { name: "Make a link" });
    this.link = page.locator("[data-slot=invitation-link]");
    this.members = page.getByRole("region", { name: "Members" }).getByRole("listitem");
    this.invitations = page.getByRole("region", { name: "Invitations" }).getByRole("listitem");
    this.removed = page.getByRole("region", { name: "Removed" }).getByRole("listitem");
  }

  async open(): Promise<void> {
    await this.page.goto("/settings/team");
  }

  member(name: string): Locator {
    return this.members.filter({ hasText: name });
  }

  async invite(label: string): Promise<string> {
    await this.forWhom.fill(label);
    await this.make.click();
    return (await this.link.textContent()) ?? "";
  }

  async remove(name: string): Promise<void> {
    await this.page.getByRole("button", { name: `Remove ${name}` }).click();
    await this.member(name).getByText("signed out everywhere at once").waitFor();
    await this.member(name)
      .getByRole("button", { name: `Remove ${name}` })
      .last()
      .click();
  }
}
