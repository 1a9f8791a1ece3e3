import { describe, expect, it } from "vitest";
import { messagesFor } from "../index";
import { pseudoOf, pseudoText } from "./pseudo-of";

describe("the pseudo-locale", () => {
  it("is strange to the eye, and says what a reader can still read", () =>
    expect(pseudoText("Hire someone")).toBe("⟦Ĥîŕŕé ššöɱɱéööñé⟧"));

  it.each([
    "Nothing is waiting",
    "The list could not be loaded",
    "Every request your agents make, understood and answered in time.",
  ])("is about two fifths longer: %s", (text) => {
    const inner = pseudoText(text).slice(1, -1);
    expect(inner.length / text.length).toBeGreaterThan(1.3);
    expect(inner.length / text.length).toBeLessThan(1.45);
  });

  it("leaves the places of a sentence and what is put into it", () => {
    const words = pseudoOf({
      asked: "asked by {agent}, {ago}",
      opens: (host: string) => `Opens ${host}.`,
      hire: ({ who }: { who: string }) => `Hire ${who}`,
      none: null,
      steps: ["one", "two"],
    });
    expect(words.asked).toContain("{agent}, {ago}");
    expect(words.opens("app.opentrain.ai")).toMatch(/^⟦Ö.*app\.opentrain\.ai\.⟧$/);
    expect(words.hire({ who: "Noor B." })).toContain("Noor B.");
    expect(words.none).toBeNull();
    expect(words.steps).toEqual([pseudoText("one"), pseudoText("two")]);
  });

  it("keeps figures, dates and commands", () => {
    const { format, doors, money } = messagesFor("en-XA");
    expect(format.money).toBe("en-US");
    expect(doors.commands.reset).toBe("npm run owner:reset");
    expect(money.credit(61_200, null, "en-XA")).toContain("$612.00");
  });
});
