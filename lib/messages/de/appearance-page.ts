import type { appearancePage as english } from "../en/appearance-page";

export const appearancePage: typeof english = {
  page: "Darstellung",
  title: "Darstellung",
  lead: "Wie Sie diesen Eingang sehen. Das gilt nur für Sie, auf jedem Gerät, auf dem Sie sich anmelden.",
  save: "Speichern",
  saving: "Wird gespeichert",
  saved: "Gespeichert",
  failed: "Noch nicht gespeichert: {why}",
  retry: "Erneut versuchen",
  whys: {
    csrf: "Diese Seite war zu lange offen. Speichern Sie noch einmal.",
    other: "Der Eingang hat es nicht angenommen. Speichern Sie noch einmal.",
  },
  theme: {
    title: "Farben",
    names: { system: "Wie das System", light: "Hell", dark: "Dunkel" },
  },
  language: {
    title: "Sprache",
    browser: "Wie im Browser eingestellt",
    names: { en: "English", de: "Deutsch" },
    text: "Was Agenten, Freelancer und Teammitglieder geschrieben haben, bleibt in deren Worten.",
  },
  zone: {
    title: "Zeitzone",
    label: "Fristen und Zeiten werden gezeigt in",
    browser: "Laut diesem Browser: {zone}",
    help: "Eine Stadt oder Region, etwa Europe/Zurich. Leer gelassen gilt die des Browsers.",
    now: "Dort ist es jetzt {when}.",
    nowHere: "Laut diesem Browser ist es {when}.",
    unknown: "Eine Zone dieses Namens gibt es nicht. Wählen Sie eine aus der Liste.",
    useBrowser: "Die dieses Browsers verwenden: {zone}",
  },
  keys: {
    title: "Einzelne Tasten",
    text: "Auf einer Tastatur bewegen j und k, die Eingabetaste öffnet, / sucht, ? zeigt alle. Ausgeschaltet tun Buchstaben allein nichts.",
    names: { on: "Ein", off: "Aus" },
  },
  offline: {
    title: "Wenn Sie offline sind",
    text: "Die letzte Liste kann bis zu 72 Stunden auf diesem Gerät bleiben, ohne die Worte der Agenten. Beim Abmelden wird sie gelöscht.",
    names: { on: "Letzte Liste behalten", off: "Nichts behalten" },
  },
};
