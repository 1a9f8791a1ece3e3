import { doors as english } from "../en/doors";
import { pseudoOf } from "./pseudo-of";

// A command is typed as it stands.
export const doors: typeof english = { ...pseudoOf(english), commands: english.commands };
