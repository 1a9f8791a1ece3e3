import { describe, expect, it } from "vitest";
import { chooseLocale } from "./locale";

const nothing = { own: null, cookie: null, acceptLanguage: null, hasPseudo: false };

describe("the language of a request", () => {
  it("is the person's own before all else", () =>
    expect(chooseLocale({ ...nothing, own: "en", cookie: "de", acceptLanguage: "de" })).toBe("en"));

  it("is this browser's before what it accepts", () =>
    expect(chooseLocale({ ...nothing, cookie: "de", acceptLanguage: "en" })).toBe("de"));

  it("takes no cookie for more than it is", () =>
    expect(chooseLocale({ ...nothing, cookie: "fr", acceptLanguage: "de-CH" })).toBe("de"));

  it.each([
    [null, "en"],
    ["", "en"],
    ["*", "en"],
    ["de", "de"],
    ["DE-ch", "de"],
    ["fr-CH, fr;q=0.9, de;q=0.8, en;q=0.7", "de"],
    ["en;q=0.2, de;q=0.9", "de"],
    ["en, de", "en"],
    ["de;q=0, en;q=0.1", "en"],
    ["de;q=zero, en;q=0.1", "en"],
    ["de;q=2", "en"],
    ["deu", "en"],
    ["fr, it", "en"],
    [`${"fr,".repeat(50)}de`, "en"],
  ])("follows %j", (acceptLanguage, locale) =>
    expect(chooseLocale({ ...nothing, acceptLanguage })).toBe(locale),
  );

  it("is the pseudo-locale only where there is one", () => {
    const asked = { ...nothing, own: "de", cookie: "en-XA", acceptLanguage: "en-XA" } as const;
    expect(chooseLocale({ ...asked, hasPseudo: true })).toBe("en-XA");
    expect(chooseLocale(asked)).toBe("de");
    expect(chooseLocale({ ...asked, own: null })).toBe("en");
  });
});
