import { grouped } from "./grouped";

const rules = new Intl.PluralRules("en", { type: "ordinal" });
const SUFFIXES: Partial<Record<Intl.LDMLPluralRule, string>> = { one: "st", two: "nd", few: "rd" };

/** "3rd" */
export function ordinal(count: number): string {
  return `${grouped(count)}${SUFFIXES[rules.select(count)] ?? "th"}`;
}
