import { titleWith } from "../title-with";

const quoted = (text: string) => `„${text}“`;

export const title = titleWith({
  hire: ({ who, what }) => `${who ?? "Jemanden"} beauftragen${what === null ? "" : ` für ${quoted(what)}`}`,
  fund: ({ who, what }) =>
    `${what === null ? "Meilenstein" : quoted(what)} finanzieren${who === null ? "" : ` für ${who}`}`,
  release: ({ who, what }) =>
    `Zahlung freigeben${what === null ? "" : ` für ${quoted(what)}`}${who === null ? "" : ` an ${who}`}`,
  end: ({ who, contract }) =>
    `Vertrag${contract === null ? "" : ` ${quoted(contract)}`}${who === null ? "" : ` mit ${who}`} beenden`,
  unknown: ({ what, who }) =>
    `Unbekannte Anfrage${what === null ? "" : ` zu ${quoted(what)}`}${who === null ? "" : ` (${who})`}`,
});
