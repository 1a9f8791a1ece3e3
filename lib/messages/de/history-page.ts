import type { historyPage as english } from "../en/history-page";
import { grouped } from "./grouped";
import { plural } from "./plural";

export const historyPage: typeof english = {
  page: "Verlauf",
  title: "Verlauf",
  lead: (count, zone) =>
    plural(
      count,
      `Eine Anfrage wurde erledigt. Zeiten in ${zone}.`,
      `${grouped(count)} Anfragen wurden erledigt. Zeiten in ${zone}.`,
    ),
  found: (count, zone) =>
    plural(
      count,
      `Eine erledigte Anfrage passt. Zeiten in ${zone}.`,
      `${grouped(count)} erledigte Anfragen passen. Zeiten in ${zone}.`,
    ),
  period: {
    label: "Zeitraum",
    all: "Alles",
    this_month: "Dieser Monat",
    last_month: "Letzter Monat",
    this_quarter: "Dieses Quartal",
    this_year: "Dieses Jahr",
    hint: "Tage und Monate sind die von {zone}.",
  },
  more: "Filter",
  charged: "Belastet, unsere Schätzung",
  released: "Aus der Treuhand ausgezahlt",
  decided: "Treuhand beendeter Verträge",
  inShort: {
    charged: "belastet {sum}",
    released: "ausgezahlt {sum}",
    decided: "Treuhand beendet {sum}",
  },
  nothingMoved: "kein Geld bewegt",
  sums: "Was bestätigt wurde",
  outcomes: {
    label: "Wie sie endeten",
    confirmed: (count) => `${grouped(count)} bestätigt`,
    declined: (count) => `${grouped(count)} abgelehnt`,
    lapsed: (count) => `${grouped(count)} verfallen`,
    superseded: (count) => `${grouped(count)} ersetzt`,
  },
  exportRows: (count) =>
    plural(count, "CSV exportieren, eine Zeile", `CSV exportieren, ${grouped(count)} Zeilen`),
  print: "Drucken",
  older: "Ältere",
  newest: "Neueste",
  jump: "Zum Monat",
  searchHint:
    "Die Suche des Browsers (⌘F oder Strg+F) kennt nur die Zeilen auf dem Bildschirm. Die Suche oben durchsucht alle.",
  loadingRow: "Wird geladen",
  took: {
    confirmed: "entschieden nach {time}",
    declined: "entschieden nach {time}",
    lapsed: "verfallen nach {time}",
    superseded: "ersetzt nach {time}",
  },
  listedFor: "davon {time} hier aufgeführt",
  listedAfter: "hier erst danach gefunden",
  opened: "geöffnet von {who}, {time} davor",
  openedJust: "geöffnet von {who}, unmittelbar davor",
  termsChanged: "Bedingungen geändert",
  noTrace: "noch keine Spur davon",
  notMoved: {
    charge: "nicht belastet",
    release: "nicht ausgezahlt",
    at_stake: "nicht entschieden",
    unknown: "nichts geschehen",
  },
  replaced: "ersetzt",
  plusFee: "belastet, zuzüglich Gebühr",
  empty: {
    title: "Noch wurde nichts erledigt",
    text: "Anfragen, die bestätigt, abgelehnt oder ersetzt wurden oder deren Frist ablief, stehen hier.",
  },
  noneFound: {
    title: "Keine erledigte Anfrage passt",
    text: "Entfernen Sie einen Filter, oder suchen Sie nach anderen Wörtern.",
    clear: "Den ganzen Verlauf zeigen",
  },
  nonePeriod: {
    title: "In dieser Zeit wurde nichts erledigt",
    text: "{period}, nach den Tagen von {zone}.",
  },
  stale: "Dies ist der Verlauf, wie er {ago} war. Seither hat dieser Eingang nicht geantwortet.",
  sumsFailed: "Die Summen waren eben nicht abrufbar. Die Zeilen darunter sind aktuell.",
  sumsOlder: "Die Summen waren eben nicht neu abrufbar und können älter sein als die Zeilen darunter.",
  failed: {
    title: "Der Verlauf konnte nicht geladen werden",
    text: "Dieser Eingang hat nicht geantwortet.",
  },
  statement: {
    page: "Aufstellung",
    title: "Aufstellung dessen, was erledigt wurde",
    everything: "Alles, was erledigt wurde.",
    only: "Nur: {what}.",
    zone: "Tage und Zeiten sind die von {zone}.",
    cut: (shown, all) =>
      `Unten stehen die neuesten ${grouped(shown)} von ${grouped(all)} Anfragen; die Summen sind die von allen. Wählen Sie einen kürzeren Zeitraum, um den Rest zu drucken, oder exportieren Sie alle als CSV.`,
    nothing: "Nichts, was dazu passt, wurde erledigt.",
    settled: "Erledigt",
    request: "Anfrage",
    outcome: "Ausgang",
    amount: "Betrag",
  },
  onPaper: "Das stand auf dem Bildschirm. Alles druckt „Drucken“ neben dem Titel.",
};
