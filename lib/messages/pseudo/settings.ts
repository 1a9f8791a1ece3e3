import { settings as english } from "../en/settings";
import { pseudoOf } from "./pseudo-of";

export const settings: typeof english = pseudoOf(english);
