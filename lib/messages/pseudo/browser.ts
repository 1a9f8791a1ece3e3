import { browser as english } from "../en/browser";
import { pseudoOf } from "./pseudo-of";

// Which figures and months `Intl` is asked for, and the units on which a column is as wide as it is.
const { dates, money, zones, units, ...said } = english.format;

export const browser: typeof english = {
  format: { dates, money, zones, units, ...pseudoOf(said) },
  screens: pseudoOf(english.screens),
  domain: pseudoOf(english.domain),
};
