import type { Locator, Page } from "@playwright/test";

/** Settings → Capture. */
export class CapturePage {
  readonly recorder;
  readonly keys;
  readonly callers;
  readonly name;
  readonly make;
  /** The first key, until it was shown. */
  readonly show;

  constructor(readonly page: Page) {
    this.recorder = page.getByRole("region", { name: "Change one setting" });
    this.keys = page.getByRole("region", { name: "Or hand each request over" });
    this.callers = page.getByRole("region", { name: "Who came by lately" });
    this.name = page.getByLabel("Name of the agent");
    this.show = page.getByRole("button", { name: "Show the key" });
    this.make = page.getByRole("button", { name: "Make a key" });
  }

  async open(): Promise<void> {
    await this.page.goto("/settings/capture");
  }

  /** What was just made, with its secret. */
  made(label: string): Locator {
    return this.page.getByRole("region", { name: `The key of ${label}` });
  }

  async makeKey(label: string): Promise<Locator> {
    await this.name.fill(label);
    await this.make.click();
    return this.made(label);
  }

  row(label: string): Locator {
    return this.keys.getByRole("listitem").filter({ hasText: label });
  }

  /** What stands to be copied there. */
  async textOf(place: Locator, tab?: string): Promise<string> {
    if (tab !== undefined) await place.getByRole("tab", { name: tab }).click();
    return (await place.getByRole("tabpanel").locator("code").textContent()) ?? "";
  }

  /** Begins to wait, and gives back the call the page offers meanwhile. */
  async test(place: Locator): Promise<{ command: string; said: Locator }> {
    await place.getByRole("button", { name: /^(Test it now|Wait again)/ }).click();
    const box = place.locator("[data-slot=test-it]");
    await box.getByText("Waiting for the first call").waitFor();
    return {
      command: (await box.locator("code").textContent()) ?? "",
      said: box.getByRole("status"),
    };
  }
}
