import type { closing as english } from "../en/closing";
import { grouped } from "./grouped";
import { plural } from "./plural";

export const closing: typeof english = {
  confirmed: {
    hire: "Geben Sie den ersten Meilenstein frei, wenn die Arbeit daran eingereicht ist.",
    fund: "Geben Sie das Geld frei, wenn die Arbeit eingereicht ist.",
    release: "Dieser Meilenstein ist bezahlt. Dazu ist nichts weiter zu entscheiden.",
    end: "Was ausgezahlt und was erstattet wurde, zeigt der Vertrag, Meilenstein für Meilenstein.",
    unknown: "Was daraus wurde, zeigt die Seite von OpenTrain.",
  },
  declined: "Wird es doch gewünscht, muss {agent} neu anfragen.",
  lapsed: "Eine neue Anfrage dazu erscheint hier von selbst, sobald {agent} erneut fragt.",
  superseded: "Es zählt nur die neuere Anfrage.",
  contract: "Vertrag ansehen",
  newer: "Über die neuere entscheiden",
  newerSettled: "Die neuere ansehen",
  more: (count) => plural(count, "Eine weitere ist offen", `${grouped(count)} weitere sind offen`),
  moreUntil: "{more}. In {left} verfällt die nächste.",
  moreOver: "{more}.",
  next: "Nächste Anfrage",
  nothing: "Sonst ist nichts offen.",
};
