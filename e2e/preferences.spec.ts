import { expect, type Page } from "@playwright/test";
import { test as bare } from "./fixtures/bare";
import { expectAccessible, expectNoSidewaysScroll, expectReadable } from "./fixtures/check-page";
import { signInNewPerson } from "./fixtures/sign-in-new-person";
import { AppearancePage } from "./pages/appearance-page";

const test = bare.extend({ baseURL: async ({ world }, use) => use(world.web.origin) });
test.use({ timezoneId: "Europe/Zurich" });

const themeOf = (page: Page) => page.locator("html").getAttribute("data-theme");

test("what is chosen is taken on at once, called saved once it is, and there on the next page", async ({
  page,
  context,
  world,
}) => {
  await signInNewPerson(context, world, "finance");
  const appearance = new AppearancePage(page);
  await appearance.open();
  await expect(appearance.theme("As the system")).toBeChecked();
  await expect(appearance.zone).toHaveAttribute("placeholder", "By this browser: Europe/Zurich");

  await test.step("the theme, here and at the doors", async () => {
    await appearance.theme("Dark").check();
    await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
    await expect(appearance.said("Theme")).toHaveText("Saved");
    const atTheDoor = await context.newPage();
    await atTheDoor.goto("/setup");
    expect(await themeOf(atTheDoor)).toBe("dark");
    await atTheDoor.close();
  });

  await test.step("the zone, by name and by no name there is", async () => {
    await appearance.zone.fill("europe/atlantis");
    await appearance.zone.blur();
    await expect(page.getByText("There is no zone of that name")).toBeVisible();
    await appearance.zone.fill("asia/tokyo");
    await appearance.zone.blur();
    await expect(appearance.said("Time zone")).toHaveText("Saved");
    await expect(page.getByText(/^It is .+ (JST|GMT\+9) there now\.$/)).toBeVisible();
  });

  await test.step("letters alone and the last list", async () => {
    await appearance.part("Single keys").getByLabel("Off").check();
    await appearance.part("When you are offline").getByLabel("Keep nothing").check();
    await expect(appearance.said("When you are offline")).toHaveText("Saved");
  });

  await page.reload();
  expect(await themeOf(page)).toBe("dark");
  await expect(appearance.theme("Dark")).toBeChecked();
  await expect(appearance.zone).toHaveValue("Asia/Tokyo");
  await expect(appearance.part("Single keys").getByLabel("Off")).toBeChecked();
  await appearance.theme("As the system").check();
  await page.getByRole("button", { name: "Use this browser’s: Europe/Zurich" }).click();
  await expect(appearance.said("Time zone")).toHaveText("Saved");
  await page.reload();
  expect(await themeOf(page)).toBe(null);
  await expect(appearance.zone).toHaveValue("");
});

test("what does not get through stays chosen, is not called saved, and is offered again", async ({
  page,
  context,
  world,
}) => {
  await signInNewPerson(context, world, "owner");
  const appearance = new AppearancePage(page);
  await appearance.open();
  await page.route("**/api/preferences", (route) => route.abort());
  await appearance.theme("Dark").check();
  const part = appearance.part("Theme");
  await expect(part.getByRole("alert")).toContainText("Not saved yet");
  await expect(appearance.said("Theme")).toHaveText("");
  await expect(appearance.theme("Dark")).toBeChecked();
  await page.unroute("**/api/preferences");
  await part.getByRole("button", { name: "Try again" }).click();
  await expect(appearance.said("Theme")).toHaveText("Saved");
  await page.reload();
  expect(await themeOf(page)).toBe("dark");
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("each is a form that comes back and says whether it was saved", async ({ page, context, world }) => {
    await signInNewPerson(context, world, "viewer");
    const appearance = new AppearancePage(page);
    await appearance.open();
    const theme = appearance.part("Theme");

    await test.step("a browser without the form's token gets one, and keeps the choice", async () => {
      await appearance.theme("Dark").check();
      await theme.getByRole("button", { name: "Save" }).click();
      await expect(theme.getByRole("alert")).toContainText("Save once more");
      await expect(appearance.theme("Dark")).toBeChecked();
      expect(await themeOf(page)).toBe(null);
      await theme.getByRole("button", { name: "Save" }).click();
      await expect(appearance.said("Theme")).toHaveText("Saved");
      expect(await themeOf(page)).toBe("dark");
    });

    await test.step("and so do the others", async () => {
      await appearance.part("Single keys").getByLabel("Off").check();
      await appearance.part("Single keys").getByRole("button", { name: "Save" }).click();
      await expect(appearance.said("Single keys")).toHaveText("Saved");
      await appearance.zone.fill("Europe/Atlantis");
      await appearance.part("Time zone").getByRole("button", { name: "Save" }).click();
      await expect(appearance.part("Time zone").getByRole("alert")).toContainText("Not saved yet");
      await expect(page.getByText("There is no zone of that name")).toBeVisible();
      await expect(appearance.zone).toHaveValue("Europe/Atlantis");
    });

    await test.step("an address alone calls nothing saved", async () => {
      await page.goto("/settings/appearance?theme=light");
      await expect(appearance.said("Theme")).toHaveText("");
    });
  });
});

test("is well made in both themes, at every width", async ({ page, context, world }) => {
  await signInNewPerson(context, world, "owner");
  const appearance = new AppearancePage(page);
  await appearance.open();
  await expectAccessible(page, "appearance");
  for (const theme of ["Light", "Dark"]) {
    await appearance.theme(theme).check();
    await expectReadable(page, `appearance, ${theme}`);
  }
  for (const width of [320, 390]) {
    await page.setViewportSize({ width, height: 800 });
    await expectNoSidewaysScroll(page, `appearance at ${width}`);
  }
});
