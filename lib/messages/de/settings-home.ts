import type { settingsHome as english } from "../en/settings-home";
import { grouped } from "./grouped";
import { plural } from "./plural";

export const settingsHome: typeof english = {
  title: "Einstellungen",
  firstSteps: {
    name: "Erste Schritte",
    text: (done: number) =>
      plural(done, "einer von dreien ist getan", `${grouped(done)} von dreien sind getan`),
    none: "drei, noch keiner getan",
  },
  connection: {
    none: "Kein Konto ist verbunden",
    sandbox: "Die Sandbox: dort ist nichts echtes Geld",
    disconnected: "Getrennt",
    unnamed: "Ein Konto ohne Namen",
    tokens: (count: number) => plural(count, "ein Token", `${grouped(count)} Tokens`),
  },
  capture: {
    none: "Noch kein Agent war hier",
    agents: (count: number) =>
      plural(count, "Ein Agent, zuletzt hier {ago}", `${grouped(count)} Agenten, der letzte war hier {ago}`),
  },
  coverage: {
    none: "Noch keine Zahl",
    seen: (seen: number, settled: number) =>
      settled === 1
        ? seen === 1
          ? "Die eine entschiedene Anfrage wurde rechtzeitig gesehen"
          : "Die eine entschiedene Anfrage wurde nicht rechtzeitig gesehen"
        : `${grouped(seen)} von ${grouped(settled)} entschiedenen Anfragen wurden rechtzeitig gesehen`,
  },
  team: { people: (count: number) => plural(count, "Nur Sie", `${grouped(count)} Personen`) },
  appearance: {
    themes: { system: "Farben wie das System", light: "Hell", dark: "Dunkel" },
    zone: "Zeiten in {zone}",
  },
  security: {
    sessions: (count: number) =>
      plural(count, "Nur hier angemeldet", `An ${grouped(count)} Orten angemeldet`),
  },
};
