import type { Page } from "@playwright/test";
import { messagesFor } from "@/lib/messages";
import { expectNoSidewaysScroll } from "./fixtures/check-page";
import { englishOn } from "./fixtures/english-on";
import { type Scene, setScene } from "./fixtures/set-scene";
import { test as base, expect } from "./fixtures/test";
import { whatIsCut } from "./fixtures/what-is-cut";
import { doorScreens, type Screen, screensFor } from "./pages/screens";

const test = base.extend<object, { scene: Scene }>({
  scene: [async ({ stack }, use) => use(await setScene(stack)), { scope: "worker", timeout: 60_000 }],
});

test.use({ world: { kind: "account", name: "languages", scenario: "demo", env: { PSEUDO_LOCALE: "on" } } });

type Foreign = "de" | "en-XA";
/** One of each kind; `screens.spec.ts` has all of them in English. */
const looked = [
  "inbox",
  "request-hire",
  "request-end",
  "request-changed",
  "history",
  "contracts",
  "contract",
  "connection",
  "capture",
  "coverage",
  "team",
  "add",
  "nothing-here",
];
const locales: Foreign[] = ["de", "en-XA"];
const widths = [390, 320];

const speak = (page: Page, url: string, locale: string) =>
  page.context().addCookies([{ name: "locale", value: locale, url }]);

/** Loaded once, and looked at as wide as a phone is and as narrow as it gets. */
async function check(page: Page, { name, path }: Screen, locale: Foreign): Promise<void> {
  await page.goto(path);
  await expect(page.getByRole("heading", { level: 1 }).first()).toHaveText(/./);
  await expect.soft(page.locator("html"), `${name}: lang`).toHaveAttribute("lang", locale);
  expect.soft(await englishOn(page, locale), `${name} in ${locale}: left in English`).toEqual([]);
  for (const width of widths) {
    await page.setViewportSize({ width, height: 844 });
    const what = `${name} in ${locale} at ${width}`;
    await expectNoSidewaysScroll(page, what);
    expect.soft(await whatIsCut(page), `${what}: cut`).toEqual([]);
  }
}

for (const locale of locales) {
  test(`every screen speaks ${locale} and fits`, async ({ owner, stack, scene, faults }) => {
    test.setTimeout(120_000);
    faults.expect(/\b404\b/);
    await speak(owner, stack.web, locale);
    for (const screen of screensFor(scene).filter(({ name }) => looked.includes(name)))
      await test.step(screen.name, () => check(owner, screen, locale));
  });

  test(`the doors speak ${locale} and fit`, async ({ page, stack, faults }) => {
    faults.expect(/\/api\/(setup|invitations)/);
    await speak(page, stack.web, locale);
    for (const screen of doorScreens) await test.step(screen.name, () => check(page, screen, locale));
  });
}

test("a browser is answered in the language it asks for, and loads no other", async ({ browser, stack }) => {
  const context = await browser.newContext({ baseURL: stack.web, locale: "de-CH" });
  const page = await context.newPage();
  const scripts: Promise<string>[] = [];
  page.on("response", (response) => {
    if (response.url().endsWith(".js")) scripts.push(response.text());
  });
  await page.goto("/sign-in");
  const { signIn } = messagesFor("de").doors;
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(signIn.title);
  await page.getByLabel(signIn.email).fill("nobody@example.com");
  await page.getByLabel(signIn.password).fill("no pass phrase of ours");
  await page.getByRole("button", { name: signIn.submit }).click();
  await expect(page.getByText(signIn.failed)).toBeVisible();
  const loaded = (await Promise.all(scripts)).join("\n");
  expect(loaded).toContain(signIn.failed);
  const english = messagesFor("en");
  expect(loaded).not.toContain(english.doors.signIn.failed);
  expect(loaded).not.toContain(english.screens.inbox.nothing.text);
  // Nor the words of pages this one is not.
  expect(loaded).not.toContain(messagesFor("de").settings.capture.lead);
  await context.close();
});

test("the API tells why in the language of the page, and a program in English", async ({ owner, stack }) => {
  await speak(owner, stack.web, "de");
  const asked = async (headers: Record<string, string> = {}) =>
    (await (await owner.request.get("/api/approvals/apr_nobody", { headers })).json()) as { error: string };
  expect((await asked()).error).toBe(messagesFor("de").errors.codes.NOT_FOUND);
  const captured = await fetch(`${stack.web}/api/capture`, {
    method: "POST",
    headers: { "accept-language": "de", cookie: "locale=de", "content-type": "application/json" },
    body: "{}",
  });
  expect(((await captured.json()) as { error: string }).error).toBe(
    messagesFor("en").errors.reasons.capture_key,
  );
});
