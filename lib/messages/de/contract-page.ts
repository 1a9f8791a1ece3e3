import type { contractPage as english } from "../en/contract-page";
import { grouped } from "./grouped";
import { plural } from "./plural";

export const contractPage: typeof english = {
  find: "Verträge finden",
  findHint: "Freelancer, Titel, Job oder Kennung",
  states: { label: "Welche Verträge", all: "Alle" },
  found: (count) => plural(count, "Ein Vertrag gefunden", `${grouped(count)} Verträge gefunden`),
  foundNone: {
    title: "Kein Vertrag passt",
    text: "Keiner der Verträge hier enthält diese Wörter in Freelancer, Titel, Job oder Kennung.",
    clear: "Alle Verträge zeigen",
  },
  folded: (count) => plural(count, "Ein beendeter Vertrag", `${grouped(count)} beendete Verträge`),
  noneActive: "Kein Vertrag ist aktiv.",
  waits: (count) => plural(count, "Eine Anfrage offen", `${grouped(count)} Anfragen offen`),
  waitsUntil: "{waits}, nächste verfällt in {left}",
  waitsOver: "{waits}, überfällig",
  apart: "seit {date}, Kennung …{end}",
  apartById: "Kennung …{end}",

  money: {
    title: "Geld des Vertrags",
    released: "Ausgezahlt",
    escrow: "In Treuhand",
    notFunded: "Nicht finanziert",
    unknown: (count) =>
      plural(count, "und einer mit unbekanntem Betrag", `und ${grouped(count)} mit unbekanntem Betrag`),
    other: (count) =>
      plural(
        count,
        "Ein Meilenstein ist in einem Stand, den diese Version nicht kennt; er ist in keiner dieser Zahlen.",
        `${grouped(count)} Meilensteine sind in einem Stand, den diese Version nicht kennt; sie sind in keiner dieser Zahlen.`,
      ),
    gone: (count) =>
      plural(
        count,
        "Ein Meilenstein wird von OpenTrain nicht mehr aufgeführt; er ist in keiner dieser Zahlen.",
        `${grouped(count)} Meilensteine werden von OpenTrain nicht mehr aufgeführt; sie sind in keiner dieser Zahlen.`,
      ),
    none: "OpenTrain führt keine Meilensteine auf, daher ist kein Geld zu zeigen.",
  },

  budget: {
    title: "Budget",
    hours: "{used} von {funded} finanzierten Stunden verbraucht, {left} übrig",
    labels: "{used} von {funded} finanzierten Labels verbraucht, {left} übrig",
    volume: "{used} von {funded} finanziert verbraucht, {left} übrig",
    source: "Abgerufen {ago}, von OpenTrain gezählt.",
    states: { OK: "Genug übrig", LOW: "Wird knapp", DEPLETED: "Aufgebraucht" },
    fixed:
      "Bei einem Festpreis zählt OpenTrain keine verbrauchte Arbeit. Bisher finanziert, ausgezahlte Meilensteine eingeschlossen:",
    fixedUnknown: "Bei einem Festpreis zählt OpenTrain keine verbrauchte Arbeit.",
    nothingFunded: "Noch ist nichts finanziert, es gibt also kein Budget zu verbrauchen.",
    unread: "OpenTrain hat das Budget dieses Vertrags noch nicht genannt.",
    unknown: "Die Zahlen des Budgets sind nicht bekannt: OpenTrain hat keine lesbaren genannt.",
  },

  waitsFor: {
    fund: "Eine Anfrage zur Finanzierung ist offen",
    release: "Eine Anfrage zur Freigabe ist offen",
  },

  requestsCount: (count) => plural(count, "Eine Anfrage", `${grouped(count)} Anfragen`),
  older: "Ältere Anfragen",
  newest: "Neueste Anfragen",
  asked: "angefragt {when}",
  left: "noch {left}",
  failedRequests: "Die Anfragen dazu konnten nicht geladen werden.",

  ledger: {
    title: "Kontobuch",
    columns: { when: "Wann", what: "Was", amount: "Betrag" },
    types: {
      TOP_UP: "Guthaben aufgeladen",
      HOLD: "Für Treuhand und Gebühren vorgemerkt",
      HOLD_RELEASE: "Vormerkung aufgehoben",
      CAPTURE: "Aus der Vormerkung bezahlt",
      REFUND: "Erstattet",
      ADJUSTMENT: "Von OpenTrain berichtigt",
    },
    typeUnknown: "Bei OpenTrain heißt es: {type}",
    typeNone: "Eine Buchung ohne Bezeichnung",
    note: "Vermerk von OpenTrain: {note}",
    into: "auf das Guthaben",
    from: "vom Guthaben",
    held: "aus der Vormerkung",
    source:
      "Abgerufen {ago} aus dem Guthabenbuch von OpenTrain. Was mit Karte bezahlt wird, steht nicht darin.",
    none: "Das Guthabenbuch von OpenTrain enthält nichts zu diesem Vertrag. Was mit Karte bezahlt wird, steht nicht darin.",
    notRead: "Das Guthabenbuch von OpenTrain wurde noch nicht abgerufen.",
    notWhole: "Ältere Buchungen werden noch abgerufen.",
    more: (count) =>
      plural(
        count,
        "Eine ältere Buchung wird nicht gezeigt.",
        `${grouped(count)} ältere Buchungen werden nicht gezeigt.`,
      ),
    unknownTime: "Zeit unbekannt",
  },

  facts: {
    title: "OpenTrain sagt",
    job: "Job",
    since: "Seit",
    ended: "Beendet",
    id: "Vertrag",
    read: "Zuletzt abgerufen",
  },
};
