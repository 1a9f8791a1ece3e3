import { type Kind, kindOf } from "@/lib/domain/consequences";
import type { approvals as english } from "../en/approvals";

const KIND_NAMES: Record<Kind, string> = {
  hire: "Beauftragung",
  fund: "Finanzierung eines Meilensteins",
  release: "Freigabe einer Zahlung",
  end: "Vertragsende",
  unknown: "Unbekannte Anfrage",
};

export const approvals: typeof english = {
  phases: {
    waiting: "Offen",
    closing_soon: "Endet bald",
    last_hour: "Letzte Stunde",
    past_due: "Überfällig",
    confirmed: "Bestätigt",
    declined: "Abgelehnt",
    lapsed: "Verfallen",
    superseded: "Ersetzt",
    unreadable: "Unlesbar",
  },

  phaseNotes: {
    waiting: "Wartet bei OpenTrain auf eine Entscheidung.",
    closing_soon: "Verfällt in weniger als 6 Stunden.",
    last_hour: "Verfällt in weniger als einer Stunde.",
    past_due: "Die Frist ist abgelaufen. OpenTrain hat es noch nicht gemeldet; es wird nachgefragt.",
    confirmed: "Bei OpenTrain bestätigt.",
    declined: "Bei OpenTrain abgelehnt.",
    lapsed: "Niemand hat rechtzeitig entschieden.",
    superseded: "Eine neuere Anfrage hat sie ersetzt.",
    unreadable: "Die Antwort von OpenTrain enthält keinen lesbaren Status oder keine lesbare Frist.",
  },

  timeGroups: {
    past_due: "Überfällig",
    last_hour: "Letzte Stunde",
    under_6_hours: "Unter 6 Stunden",
    under_24_hours: "Unter 24 Stunden",
    later: "Später",
    no_deadline: "Frist unbekannt",
  },

  types: {
    names: KIND_NAMES,
    short: {
      hire: "Beauftragung",
      fund: "Finanzierung",
      release: "Freigabe",
      end: "Vertragsende",
      unknown: "Unbekannt",
    },
    name: (type) => KIND_NAMES[kindOf(type)],
  },

  sources: {
    opentrain: "OpenTrain",
    recorded: "aufgezeichnet",
    agent: "laut Agent",
    estimate: "Schätzung",
  },

  sourceNotes: {
    opentrain: "Von OpenTrain abgerufen.",
    recorded: "Aus der Anfrage, die OpenTrain angenommen hat.",
    agent: "Vom Agenten gemeldet, von OpenTrain nicht geprüft.",
    estimate: "Von uns berechnet; OpenTrain zeigt den eigenen Betrag, wenn Sie bestätigen.",
  },

  ways: {
    recorder: "über den Recorder",
    capture: "vom Agenten übergeben",
    paste: "hier eingefügt",
    backfill: "im Verlauf von OpenTrain gefunden",
    feed: "im Feed von OpenTrain gefunden",
  },

  terms: {
    name: "Meilenstein",
    description: "Beschreibung",
    amountCents: "Betrag",
    dueDate: "Fällig",
  },
  termNotGiven: "nicht angegeben",

  readProblems: {
    not_visible:
      "OpenTrain zeigt diese Anfrage keinem der verbundenen Tokens. Sehen kann sie nur, wem das Konto gehört, und das Token, das angefragt hat.",
    scope: "Kein verbundenes Token darf Anfragen lesen. Eines braucht payments:read.",
    garbled: "Die Antwort von OpenTrain war nicht zu verstehen. Was zuvor abgerufen wurde, bleibt erhalten.",
    unknown_status:
      "OpenTrain nennt einen Status, den diese Version nicht kennt. Was zuvor abgerufen wurde, bleibt erhalten.",
    unreachable:
      "OpenTrain war beim letzten Versuch nicht zu erreichen. Was zuvor abgerufen wurde, bleibt erhalten.",
  },

  claimWhys: {
    checking: "Wird gerade bei OpenTrain geprüft.",
    not_visible: "OpenTrain zeigt sie keinem der verbundenen Tokens.",
    scope: "Kein verbundenes Token darf Anfragen lesen.",
    refused: "OpenTrain hat die verbundenen Tokens zurückgewiesen.",
    unreachable: "OpenTrain war beim letzten Versuch nicht zu erreichen.",
    garbled: "Die Antwort von OpenTrain war nicht zu verstehen.",
    not_connected: "Es ist kein OpenTrain-Konto verbunden.",
  },

  claimRemedies: {
    checking: "Nichts zu tun: Sie wird aufgeführt, sobald unser eigener Abruf sie nachweist.",
    not_visible:
      "Fügen Sie das Token der Person hinzu, der das Konto gehört, oder das des Agenten, der angefragt hat, und prüfen Sie den Link. Eine Anfrage eines anderen Kontos erscheint hier nie.",
    scope: "Verbinden Sie ein Token mit payments:read.",
    refused: "Verbinden Sie ein neues Token: Die hiesigen wurden widerrufen oder sind abgelaufen.",
    unreachable: "Nichts zu tun: Es wird von selbst erneut versucht.",
    garbled: "Es wird von selbst erneut versucht. Bleibt es dabei, öffnen Sie die Anfrage bei OpenTrain.",
    not_connected: "Verbinden Sie Ihr OpenTrain-Konto.",
  },

  whyNotOpen: {
    settled: "Diese Anfrage ist erledigt; es gibt nichts mehr zu entscheiden.",
    closed: "OpenTrain hat diese Anfrage geschlossen; es gibt nichts mehr zu entscheiden.",
    link_missing:
      "OpenTrain hat für diese Anfrage keinen Link genannt. Öffnen Sie sie in Ihrem OpenTrain-Konto.",
    link_quarantined: "Der Link führt nicht dorthin, wohin er sollte, und lässt sich hier nicht öffnen.",
    only_owner: "Bestätigen oder ablehnen kann nur, wem das OpenTrain-Konto gehört.",
  },

  openWarnings: {
    past_due: "Die Frist ist abgelaufen. OpenTrain nimmt möglicherweise keine Antwort mehr an.",
    superseded:
      "Eine neuere Anfrage hat sie ersetzt. Entscheiden Sie über die neuere; was OpenTrain tut, wenn diese bestätigt wird, ist nicht dokumentiert.",
    unreadable: "Sie konnte nicht vollständig gelesen werden. Die Seite von OpenTrain zeigt, worum es geht.",
  },

  openButton: "Bei OpenTrain prüfen",
  openNote: (host) => `Öffnet ${host}. Sie bestätigen oder lehnen dort ab, niemals hier.`,
  askedAgain: (times) => `erneut angefragt, zum ${times} Mal`,
  agentWords: "Die eigenen Worte des Agenten, von OpenTrain nicht geprüft.",
  figureDiffers: (figure) => `weicht ab von ${figure}`,
  figureUnknown: "stimmt mit keinem hier bekannten Betrag überein",
  handedIn: "Die Arbeit ist vielleicht eingereicht: OpenTrain hat sie zur Prüfung vorgemerkt.",
};
