import type { Page } from "@playwright/test";
import { unique } from "./fixtures/agent";
import { expect, test } from "./fixtures/test";

test.use({ world: { kind: "account", name: "reading", scenario: "demo" } });

type Line = { role: string; name: string; level: number | null };

/** The page as a screen reader has it, line by line. */
async function readOut(page: Page): Promise<Line[]> {
  const tree = await page.locator("body").ariaSnapshot();
  return tree.split("\n").flatMap((line) => {
    const found = /^\s*- '?(\w+)(?: "((?:[^"\\]|\\.)*)")?(.*)$/.exec(line);
    if (!found) return [];
    const level = /\[level=(\d)\]/.exec(found[3] ?? "");
    return { role: found[1] ?? "", name: found[2] ?? "", level: level ? Number(level[1]) : null };
  });
}

function expectInOrder(lines: Line[], what: string): void {
  const headings = lines.filter(({ role }) => role === "heading");
  expect
    .soft(
      headings.filter(({ level }) => level === 1),
      `${what}: one first heading`,
    )
    .toHaveLength(1);
  // Beside its list, a request is read after it, and has the page's first heading.
  let before = 1;
  for (const { name, level } of headings) {
    expect
      .soft(level ?? 0, `${what}: “${name}” is at most one level below what is before it`)
      .toBeLessThanOrEqual(before + 1);
    before = level ?? 0;
  }
  expect
    .soft(
      lines.filter(({ role }) => role === "main"),
      `${what}: one main`,
    )
    .toHaveLength(1);
  const named = ["navigation", "region", "search", "complementary", "form", "article"];
  const nameless = lines.filter(({ role, name }) => named.includes(role) && name === "");
  expect.soft(nameless, `${what}: landmarks without a name`).toEqual([]);
}

test("every page is read in an order that makes sense", async ({ owner, agent, inbox }) => {
  const milestone = await agent.newMilestone(unique("Read out"), 52);
  const asked = await agent.fund(milestone.id);
  await agent.tell(asked);
  await expect.poll(() => inbox.phaseOf(asked.id)).toBe("waiting");
  const pages = [
    ["inbox", "/"],
    ["request", `/approvals/${asked.id}`],
    ["history", "/history"],
    ["contract", `/contracts/${milestone.contractId}`],
  ] as const;
  for (const width of [1440, 390]) {
    await owner.setViewportSize({ width, height: 900 });
    for (const [name, path] of pages) {
      await owner.goto(path);
      await owner.getByRole("heading", { level: 1 }).waitFor();
      const what = `${name} at ${width}`;
      const lines = await readOut(owner);
      expectInOrder(lines, what);
      if (name !== "request") continue;
      const whole = await owner.locator("article").ariaSnapshot();
      const leave = whole.search(/link "Review in/);
      expect(leave, what).toBeGreaterThan(0);
      for (const choice of [
        "If you confirm",
        "If you decline",
        "If nobody acts",
        "you confirm or decline there",
      ]) {
        const at = whole.toLowerCase().indexOf(choice.toLowerCase());
        expect.soft(at, `${what}: “${choice}” is said`).toBeGreaterThan(-1);
        expect.soft(at, `${what}: “${choice}” before the button`).toBeLessThan(leave);
      }
    }
  }
});
