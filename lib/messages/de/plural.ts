import { pluralIn } from "../plural-in";

/** The one of two forms that fits the count. */
export const plural = pluralIn("de");
