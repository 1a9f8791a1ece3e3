import type { coveragePage as english } from "../en/coverage-page";
import { grouped } from "./grouped";
import { plural } from "./plural";

export const coveragePage: typeof english = {
  page: "Abdeckung",
  title: "Rechtzeitig gesehen",
  lead: "Wie viele der Anfragen, die OpenTrain als erledigt gemeldet hat, hier standen, bevor sie erledigt waren oder ihre Frist ablief.",
  notConnected: "Es ist kein OpenTrain-Konto verbunden, daher gibt es nichts zu messen.",
  percent: "{percent} %",
  none: "Noch keine Angabe",
  figure:
    "Von {settled} erledigten Anfragen, die OpenTrain gemeldet hat, gestellt seit {day}, standen {seen} rechtzeitig hier.",
  nothing: "OpenTrain hat keine erledigte Anfrage gemeldet, die seit {day} gestellt wurde.",
  whatCounts:
    "Ersetzte Anfragen zählen nicht, und was vor dem Verbinden dieses Eingangs gestellt wurde, ebenfalls nicht.",
  failed: "Die Zahlen konnten nicht geladen werden. Laden Sie die Seite neu, um es noch einmal zu versuchen.",

  missed: (count) => plural(count, "Eine wurde verpasst", `${grouped(count)} wurden verpasst`),
  unwatched: "Zeiten ohne Beobachtung",
  noneMissed: "Keine wurde verpasst.",

  agents: "Nach Agent",
  agentUnknown: "Agent nicht bekannt",
  agentFigure: "{seen} von {settled}",

  hints: "Wartet vielleicht ungesehen",
  hintsNone:
    "Es fand sich kein Anzeichen dafür. Ein Beweis ist das nicht: OpenTrain hat keine Liste offener Anfragen, und eine Anfrage muss kein Anzeichen hinterlassen.",
  hintSince: "seit {when}",
  hintContract: "Vertrag ansehen",

  backfill: {
    title: "Die Vergangenheit lesen",
    text: "Jede Anfrage, die der Feed von OpenTrain je genannt hat, wird einmal abgerufen, die neueste zuerst. Als rechtzeitig gesehen zählt das nie.",
    finished: (read) =>
      plural(
        read,
        "Bis zum Anfang gelesen: {read} Anfrage aus {events} Ereignissen.",
        "Bis zum Anfang gelesen: {read} Anfragen aus {events} Ereignissen.",
      ),
    finishedAt: "Beendet {when}.",
    cancelled: (read) =>
      plural(
        read,
        "Vor dem Ende angehalten. {read} Anfrage wurde abgerufen; sie bleibt.",
        "Vor dem Ende angehalten. {read} Anfragen wurden abgerufen; sie bleiben.",
      ),
    hidden: (count) =>
      plural(
        count,
        "Eine Anfrage zeigt sich keinem der verbundenen Tokens: Ein anderes hat sie gestellt.",
        `${grouped(count)} Anfragen zeigen sich keinem der verbundenen Tokens: Andere haben sie gestellt.`,
      ),
    unreadable: (count) =>
      plural(
        count,
        "Eine war nicht zu lesen. Lesen Sie die Vergangenheit erneut, um es noch einmal zu versuchen.",
        `${grouped(count)} waren nicht zu lesen. Lesen Sie die Vergangenheit erneut, um es noch einmal zu versuchen.`,
      ),
    cancel: "Lesen anhalten",
    cancelling: "Wird angehalten",
    start: "Die Vergangenheit erneut lesen",
    starting: "Wird begonnen",
    failed: "Nichts wurde geändert. {why}",
    onlyOwner: "Nur die Leitung kann es anhalten oder neu beginnen.",
    never: "Die Vergangenheit dieses Kontos wurde noch nicht gelesen.",
  },
};
