import { grouped } from "./grouped";
import { plural } from "./plural";

/** Wherever a new password is chosen. */
export const password = {
  rule: "12 characters or more. A few words in a row are easier to keep than odd signs.",
  left: (count: number) =>
    plural(count, `${grouped(count)} more character`, `${grouped(count)} more characters`),
  enough: "Long enough",
  tooShort: "The password needs 12 characters or more.",
  common: "This password is too common. Choose one that is your own.",
};
