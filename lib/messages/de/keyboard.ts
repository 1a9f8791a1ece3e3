import type { keyboard as english } from "../en/keyboard";

export const keyboard: typeof english = {
  title: "Tastatur",
  close: "Schließen",
  open: "Tastatur",
  after: "dann",
  singleOff: "Einzelne Tasten sind in Ihren Einstellungen ausgeschaltet; die mit {mod} funktionieren.",
  groups: {
    list: "In einer Liste",
    request: "In einer geöffneten Anfrage",
    go: "Gehe zu",
    anywhere: "Überall",
  },
  actions: {
    next: "Nächste",
    previous: "Vorherige",
    open: "Öffnen und lesen",
    search: "Suchen",
    export: "Liste exportieren",
    leave: "Seite öffnen, auf der bestätigt wird",
    back: "Zurück zur Liste",
    goInbox: "Eingang",
    goHistory: "Verlauf",
    goContracts: "Verträge",
    goSettings: "Einstellungen",
    palette: "Alles finden und tun",
    help: "Diese Übersicht",
    close: "Schließen, was offen ist",
  },
  keys: { Enter: "Eingabe", Escape: "Esc", Control: "Strg", Meta: "⌘" },
};
