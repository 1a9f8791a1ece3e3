import { expect, it } from "vitest";
import { preferencesBody } from "./preferences";

const takes = (body: unknown) => preferencesBody.safeParse(body).success;

it("takes any of them alone, and null for what the browser says", () => {
  expect(takes({})).toBe(true);
  expect(takes({ theme: "dark" })).toBe(true);
  expect(takes({ locale: null, theme: null, timeZone: null })).toBe(true);
  expect(takes({ singleKeys: false, keepOffline: false })).toBe(true);
});

it.each([
  { theme: "sepia" },
  { locale: "fr" },
  { timeZone: "Europe/Atlantis" },
  { timeZone: "" },
  { singleKeys: null },
  { keepOffline: "off" },
  { role: "owner" },
])("refuses %j", (body) => expect(takes(body)).toBe(false));

it("keeps a zone as it is listed, however it was typed", () => {
  expect(preferencesBody.parse({ timeZone: "europe/zurich" })).toEqual({ timeZone: "Europe/Zurich" });
  // Not in every list, and still one.
  expect(preferencesBody.parse({ timeZone: "UTC" })).toEqual({ timeZone: "UTC" });
});
