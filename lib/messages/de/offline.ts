import type { offline as english } from "../en/offline";
import { grouped } from "./grouped";
import { plural } from "./plural";

export const offline: typeof english = {
  name: "Countersign",
  page: { known: "Letzter bekannter Stand", none: "Nicht erreichbar" },
  cause: {
    offline: "Sie sind offline.",
    silent: "Dieser Eingang antwortet nicht. Der Weg zu ihm ist unterbrochen, oder sein Server läuft nicht.",
    slow: "Dieser Eingang hat nicht rechtzeitig geantwortet.",
    gateway: "Der Server dieses Eingangs läuft nicht. Geantwortet hat, was vor ihm steht.",
    unwell: "Dieser Eingang antwortet wieder, kann aber noch nicht arbeiten.",
  },
  known: (age, when) => `Das war ${age} bekannt, ${when}.`,
  nothingNew: {
    offline: "Neues erscheint erst, wenn Sie wieder verbunden sind.",
    other: "Neues erscheint erst, wenn er wieder antwortet.",
  },
  openTrainNever: "OpenTrain war bis dahin noch nicht abgerufen.",
  openTrainOld: (when) => `Bis dahin war OpenTrain selbst zuletzt abgerufen worden: ${when}.`,
  sandbox: { name: "Sandbox.", text: "Ein simuliertes Konto: Nichts hier ist echtes Geld." },
  again: "Erneut versuchen",
  looking: "Diese Seite sieht von selbst nach und lädt neu, sobald der Eingang antwortet.",
  were: (count) => plural(count, "1 war offen", `${grouped(count)} waren offen`),
  nothing: {
    title: "Nichts war offen",
    text: "Was seither angefragt wurde, erscheint hier nicht.",
  },
  more: (shown) => `Die ${grouped(shown)} dringendsten sind auf diesem Gerät gespeichert. Es gab weitere.`,
  none: {
    title: "Was offen ist, ist hier nicht bekannt",
    text: "Auf diesem Gerät ist keine Liste gespeichert. Ob etwas wartet, lässt sich daher nicht sagen, auch nicht, dass nichts wartet.",
    why: "Eine Liste bleibt 72 Stunden, nachdem sie hier zuletzt zu sehen war, bis sich jemand abmeldet, und nur, wenn die angemeldete Person das so will.",
  },
  elsewhere: "Diese Seite braucht den Eingang selbst. Hier steht, was von der Liste gespeichert ist.",
  shared: "Was Sie geteilt haben, wurde nicht hinzugefügt. Teilen Sie es erneut, wenn der Eingang antwortet.",
  list: "Was offen war",
  rows: {
    hire: (who) => (who === null ? "Beauftragung" : `Beauftragung von ${who}`),
    fund: (what) => (what === null ? "Finanzierung eines Meilensteins" : `Finanzierung von ${what}`),
    release: (who) => (who === null ? "Freigabe einer Zahlung" : `Freigabe an ${who}`),
    end: () => "Vertragsende",
    unknown: () => "Eine Anfrage von unbekannter Art",
  },
  amount: {
    unknown: "unbekannt",
    withheld: "nicht gespeichert",
    withheldWhy:
      "Diesen Betrag hat nur ein Agent gemeldet. Was Agenten sagen, wird auf keinem Gerät gespeichert.",
  },
  kinds: {
    charge: "wird belastet, wenn bestätigt wird",
    release: "geht aus der Treuhand, wenn bestätigt wird",
    at_stake: "in Treuhand, dort wird entschieden",
    unknown: "von unbekannter Art",
  },
  escrow: "in Treuhand",
  left: (left) => `noch ${left}`,
  past: "die Frist ist abgelaufen",
  noDeadline: "Frist unbekannt",
  pastLong: (ago) => `Die Frist ist ${ago} abgelaufen. Was daraus wurde, ist hier nicht bekannt.`,
  facts: {
    who: "Freelancer",
    what: "Worum es geht",
    place: "In",
    amount: "Betrag",
    asked: "Angefragt",
    lapses: "Verfällt",
    ran: "Abgelaufen",
  },
  back: (count) => plural(count, "Zur Liste", `Alle ${grouped(count)}`),
  agentsWords: "Was der Agent geschrieben hat, wird auf keinem Gerät gespeichert.",
  leave: {
    open: "Bei OpenTrain prüfen",
    sandbox: "In der Sandbox prüfen",
    newTab: "öffnet einen neuen Tab",
    offline: "Die letzte bekannte Adresse. Sie öffnet sich, sobald dieses Gerät ein Netz hat.",
    other:
      "Die letzte bekannte Adresse. Sie führt nicht über diesen Eingang und öffnet sich daher vermutlich.",
    why: {
      settled: "Sie wurde erledigt.",
      closed: "Sie wurde geschlossen.",
      link_missing: "Ein Link zur Seite von OpenTrain war nicht bekannt.",
      link_quarantined: "Ihr Link führte nicht zu Ihrem OpenTrain-Konto und wurde beiseitegelegt.",
      only_owner: "Bestätigen oder ablehnen kann nur die Leitung, auf der Seite von OpenTrain.",
    },
  },
  notKept: {
    title: "Diese Anfrage ist hier nicht gespeichert",
    text: "Sie war nicht unter dem, was bekanntermaßen wartete. Sie ist vielleicht neuer oder seither erledigt.",
  },
};
