import type { checks as english } from "../en/checks";

export const checks: typeof english = {
  title: "Finanzen",
  verdicts: { ok: "In Ordnung", wait: "Warten" },
  by: "{who}, {when}",
  stale: "gesagt, bevor sich die Anfrage änderte",
};
