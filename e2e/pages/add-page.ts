import type { Page } from "@playwright/test";

export class AddPage {
  readonly lines;
  readonly submit;
  readonly results;

  constructor(readonly page: Page) {
    this.lines = page.getByLabel("Links or ids");
    this.submit = page.getByRole("button", { name: "Add" });
    this.results = page.getByRole("region", { name: "What came of each line" });
  }

  async open(): Promise<void> {
    await this.page.goto("/add");
  }

  async paste(text: string): Promise<void> {
    await this.lines.fill(text);
    await this.submit.click();
  }
}
