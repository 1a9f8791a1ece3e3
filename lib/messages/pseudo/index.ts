import { english, type Messages } from "../en";
import { browser } from "./browser";
import { doors } from "./doors";
import { pseudoOf } from "./pseudo-of";

/** English made strange, so that what was not translated and what is cut shows. */
export const pseudo: Messages = { ...pseudoOf(english), browser, format: browser.format, doors };
