import type { work as english } from "../en/work";
import { grouped } from "./grouped";
import { plural } from "./plural";

export const work: typeof english = {
  title: "Vertrag",
  release: {
    part: "{amount} werden aus der Treuhand ausgezahlt",
    rest: "{amount} bleiben in Treuhand",
    restNone: "sonst ist nichts in Treuhand",
  },
  fund: {
    rest: "{amount} jetzt in Treuhand",
    restNone: "noch nichts in Treuhand",
    part: "{amount} kämen hinzu",
  },
  end: {
    part: "über {amount} in Treuhand wird entschieden",
    milestones: (count) => plural(count, "in einem Meilenstein", `in ${grouped(count)} Meilensteinen`),
  },
  nowInEscrow: "Zu diesem Vertrag sind {amount} in Treuhand, {ago} abgerufen.",
};
