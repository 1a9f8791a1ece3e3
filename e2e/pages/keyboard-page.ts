import type { Locator, Page } from "@playwright/test";

/** What somebody without a mouse sees and presses. */
export class KeyboardPage {
  readonly rows;
  readonly focusedRow;
  readonly sheet;
  readonly palette;

  constructor(readonly page: Page) {
    this.rows = page.locator("[data-row]:visible");
    this.focusedRow = page.locator("[data-row]:focus");
    this.sheet = page.getByRole("dialog", { name: "Keyboard" });
    this.palette = page.getByRole("dialog", { name: /^Find a request/ });
  }

  row(id: string | undefined): Locator {
    return this.page.locator(`[data-row="${id}"]`);
  }

  rowIds(): Promise<string[]> {
    return this.rows.evaluateAll((rows) => rows.map((row) => (row as HTMLElement).dataset.row ?? ""));
  }

  /** By the palette: the first thing of that name. */
  async choose(words: string): Promise<void> {
    await this.page.keyboard.press("Control+k");
    await this.palette.getByRole("combobox").waitFor();
    await this.page.keyboard.type(words);
    await this.palette.getByRole("option").first().waitFor();
    await this.page.keyboard.press("Enter");
    await this.palette.waitFor({ state: "detached" });
  }
}
