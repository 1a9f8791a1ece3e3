import type { Page } from "@playwright/test";
import { unique } from "./fixtures/agent";
import { expect, test } from "./fixtures/test";
import { InboxPage } from "./pages/inbox-page";

test.use({ world: { kind: "account", name: "arrivals" } });

const many = 12;
const rowOf = (page: Page, id: string) => page.locator(`[data-row="${id}"]`);
const top = async (page: Page, id: string) => (await rowOf(page, id).boundingBox())?.y ?? Number.NaN;
const pill = (page: Page) => page.getByRole("button", { name: /^\d+ new/ });

test("what arrives, and what is settled elsewhere, moves nothing that is looked at", async ({
  owner,
  agent,
  human,
  inbox,
}) => {
  const ask = async (name: string) => {
    const asked = await agent.fund((await agent.newMilestone(name, 20)).id);
    await agent.tell(asked);
    await expect.poll(() => inbox.phaseOf(asked.id)).toBe("waiting");
    return asked.id;
  };
  const ids: string[] = [];
  while (ids.length < many) ids.push(await ask(unique("There before")));
  // Each lapses three days after it was asked: the newest is the last.
  const newest = "/?sort=-created";
  await owner.setViewportSize({ width: 390, height: 700 });
  await owner.goto(newest);
  await expect(rowOf(owner, ids[0] ?? "")).toBeAttached();
  await expect(owner.locator("[data-slot=live-state]:visible").first()).toContainText("Live");

  await test.step("while scrolled it is held back, and comes when it is asked for", async () => {
    const [eye = ""] = ids.slice(3, 4);
    await rowOf(owner, eye).scrollIntoViewIfNeeded();
    await owner.mouse.move(5, 5);
    const before = await top(owner, eye);
    const came = await ask(unique("Came while scrolled"));
    await expect(pill(owner)).toHaveText("1 new");
    await expect(owner.getByText("One new request is waiting.")).toBeAttached();
    expect(await top(owner, eye)).toBe(before);
    await expect(rowOf(owner, came)).toHaveCount(0);
    await expect(owner).toHaveTitle(new RegExp(`^\\(${many + 1}\\)`));
    await expect(owner.getByRole("heading", { level: 1 })).toHaveText(`${many + 1} waiting`);
    await pill(owner).click();
    await expect(rowOf(owner, came)).toBeInViewport();
    await expect(rowOf(owner, came)).toBeFocused();
    await expect(pill(owner)).toHaveCount(0);
    ids.push(came);
  });

  await test.step("with the keyboard on a row it is held back as well", async () => {
    await owner.setViewportSize({ width: 1440, height: 900 });
    await owner.goto(newest);
    await expect(owner.locator("[data-slot=live-state]:visible").first()).toContainText("Live");
    const eye = ids.at(-1) ?? "";
    await owner.keyboard.press("j");
    await expect(rowOf(owner, eye)).toBeFocused();
    const before = await top(owner, eye);
    const came = await ask(unique("Came under the keyboard"));
    await expect(pill(owner)).toHaveText("1 new");
    expect(await top(owner, eye)).toBe(before);
    await owner.getByRole("searchbox").focus();
    await expect(rowOf(owner, came)).toBeVisible();
    await expect(pill(owner)).toHaveCount(0);
    ids.push(came);
  });

  await test.step("at the top it is simply there", async () => {
    await owner.goto(newest);
    await expect(owner.locator("[data-slot=live-state]:visible").first()).toContainText("Live");
    const came = await ask(unique("Came at the top"));
    await expect(rowOf(owner, came)).toBeVisible();
    await expect(pill(owner)).toHaveCount(0);
    ids.push(came);
  });

  await test.step("what was declined elsewhere says so in its place", async () => {
    const [gone = "", under = ""] = ids.slice(-2).toReversed();
    const before = await top(owner, under);
    await human.decline(gone);
    const left = owner.locator("[data-slot=left-row]");
    await expect(left).toContainText("Declined, in history now");
    expect(await top(owner, under)).toBe(before);
    await expect(owner.getByRole("heading", { level: 1 })).toHaveText(`${ids.length - 1} waiting`);
    await expect(left).toHaveCount(0, { timeout: 15_000 });
    await expect(new InboxPage(owner).rows).toHaveCount(ids.length - 1);
  });
});
