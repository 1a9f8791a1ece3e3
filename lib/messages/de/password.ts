import type { password as english } from "../en/password";
import { grouped } from "./grouped";

export const password: typeof english = {
  rule: "Mindestens 12 Zeichen. Ein paar Wörter hintereinander sind leichter zu merken als Sonderzeichen.",
  left: (count) => `noch ${grouped(count)} Zeichen`,
  enough: "Lang genug",
  tooShort: "Das Passwort braucht mindestens 12 Zeichen.",
  common: "Dieses Passwort ist zu gebräuchlich. Wählen Sie ein eigenes.",
};
