import { titleWith } from "../title-with";

const quoted = (text: string) => `„${text}“`;

/** The verb stands in front as a noun, where a line that is too long keeps it. */
export const title = titleWith({
  hire: ({ who, what }) =>
    `Beauftragung${who === null ? "" : ` von ${who}`}${what === null ? "" : ` für ${quoted(what)}`}`,
  fund: ({ who, what }) =>
    `Finanzierung ${what === null ? "eines Meilensteins" : `von ${quoted(what)}`}${who === null ? "" : ` für ${who}`}`,
  release: ({ who, what }) =>
    `Freigabe einer Zahlung${what === null ? "" : ` für ${quoted(what)}`}${who === null ? "" : ` an ${who}`}`,
  end: ({ who, contract }) =>
    `Ende des Vertrags${contract === null ? "" : ` ${quoted(contract)}`}${who === null ? "" : ` mit ${who}`}`,
  unknown: ({ what, who }) =>
    `Unbekannte Anfrage${what === null ? "" : ` zu ${quoted(what)}`}${who === null ? "" : ` (${who})`}`,
});
