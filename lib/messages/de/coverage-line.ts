import type { coverageLine as english } from "../en/coverage-line";
import { grouped } from "./grouped";
import { plural } from "./plural";

export const coverageLine: typeof english = {
  name: "Rechtzeitig gesehen",
  figure:
    "Von {settled} erledigten Anfragen, die OpenTrain gemeldet hat, gestellt seit {day}, standen {seen} hier, bevor sie erledigt waren.",
  one: "Die eine erledigte Anfrage, die OpenTrain gemeldet hat, gestellt seit {day}, stand hier, bevor sie erledigt war.",
  oneMissed:
    "Die eine erledigte Anfrage, die OpenTrain gemeldet hat, gestellt seit {day}, stand nicht hier, bevor sie erledigt war.",
  none: "Noch keine Angabe, wie viel vor seiner Erledigung gesehen wird: OpenTrain hat noch keine erledigte Anfrage gemeldet, die seit {day} gestellt wurde.",
  missed: (count) => plural(count, "eine wurde verpasst", `${grouped(count)} wurden verpasst`),
  unwatched: (count) =>
    plural(count, "zeitweise sah niemand zu", `zu ${grouped(count)} Zeiten sah niemand zu`),
  hidden: (count) =>
    plural(
      count,
      "eine erledigte, die kein Token hier sehen darf",
      `${grouped(count)} erledigte, die kein Token hier sehen darf`,
    ),
  misses: "Verpasst",
  askedWhen: "angefragt {when}",
  askedUnknown: "wann angefragt wurde, ist nicht bekannt",
  settledWhen: "{outcome} {when}",
  by: "von {agent}",
  nameUnknown: "Eine Anfrage {id}",
  amountUnknown: "Betrag unbekannt",
  moreMisses: (count) => plural(count, "und eine weitere", `und ${grouped(count)} weitere`),
  gaps: "Zeiten ohne Beobachtung",
  gap: "{from} bis {to}:",
  openGap: "Seit {from}:",
  past: "Die Vergangenheit dieses Kontos wird gelesen; der Eingang funktioniert währenddessen.",
  collecting: (events) => `Der Feed von OpenTrain wird durchgesehen: bisher ${events} Ereignisse.`,
  reading: "{read} von {found} Anfragen abgerufen.",
  progress: "Abgerufene Anfragen",
  more: "Wie weit es ist",
  maybeEarlier: (count) =>
    plural(
      count,
      "Eine weitere wurde in den ersten 72 Stunden erledigt, die kein verbundenes Token sehen kann. Sie wurde vielleicht vorher angefragt und zählt daher nicht mit.",
      `${grouped(count)} weitere wurden in den ersten 72 Stunden erledigt, die kein verbundenes Token sehen kann. Sie wurden vielleicht vorher angefragt und zählen daher nicht mit.`,
    ),
  loading: "Die Liste wird geladen",
  failed:
    "Die Liste konnte nicht geladen werden. Die Zahl oben stammt aus der letzten Antwort dieses Eingangs.",

  notStored: {
    title: "Vielleicht wartet etwas ungesehen",
    open: "Seit {from} gehen Aufrufe von Agenten durch diesen Eingang, die er nicht speichern kann. Sie erreichen OpenTrain; was sie anfragen, erscheint hier erst, wenn ein Agent erneut anfragt oder jemand den Link einfügt.",
    closed:
      "Von {from} bis {to} gingen Aufrufe von Agenten durch diesen Eingang, die er nicht speichern konnte. Was damals angefragt wurde, erscheint hier, sobald ein Agent erneut anfragt oder jemand den Link einfügt.",
    add: "Link hinzufügen",
  },
};
