import type { print as english } from "../en/print";

export const print: typeof english = {
  button: "Drucken",
  printed: "Gedruckt {when} von {who}",
};
