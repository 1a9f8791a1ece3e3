import type { apart as english } from "../en/apart";
import { grouped } from "./grouped";
import { plural } from "./plural";

export const apart: typeof english = {
  index: "Neben der Liste",
  links: {
    blocked: (count) =>
      plural(count, "1 konnte nicht angefragt werden", `${grouped(count)} konnten nicht angefragt werden`),
    unanswered: (count) => `${grouped(count)} ohne Antwort`,
    claims: (count) => `${grouped(count)} nicht nachgewiesen`,
  },
  hints: (count) =>
    plural(count, "1 wartet vielleicht ungesehen", `${grouped(count)} warten vielleicht ungesehen`),
  nothing: {
    blocked: "nichts wurde zurückgewiesen",
    unanswered: "keine Antwort fehlt",
    claims: "nichts blieb ohne Nachweis",
    all: "Neben der Liste: {list}.",
  },
  failed:
    "Dieser Teil konnte nicht geladen werden. Es wird von selbst erneut versucht; nach allem, was bekannt ist, hat sich nichts geändert.",
  notFetched: "Dieser Teil konnte nicht geladen werden.",
  again: "Die Seite neu laden",
  older: "Dieser Teil konnte nicht aufgefrischt werden. Was hier steht, war {ago} bekannt.",

  wanted: {
    hire: "Beauftragung: {what}",
    fund: "Finanzierung: {what}",
    release: "Freigabe: {what}",
    end: "Vertragsende: {what}",
    other: "{action}: {what}",
  },
  nameless: {
    hire: "jemand mit einem Angebot",
    fund: "ein Meilenstein",
    release: "die Zahlung eines Meilensteins",
    end: "ein Vertrag",
    other: "etwas",
  },
  due: "fällig {day}",
  times: (count) => plural(count, "einmal versucht", `${grouped(count)}-mal versucht`),
  triedBy: "{agent}, {times}, {ago}",
  tried: "{times}, {ago}",
  askedBy: "{agent}, {ago}",
  amountUnknown: "Betrag unbekannt",
  notReadYet: "Worum es geht, wurde noch nicht von OpenTrain abgerufen.",
  amountUnreadable: "unbekannt: OpenTrain nannte {said}",
  ofSame: "{what}, {number} von {count}",
  anAgent: "Ein Agent",
  itsWords: "In eigenen Worten:",

  dismiss: "Ausblenden",
  dismissWhat: "Ausblenden: {what}",
  dismissed: "Ausgeblendet: {what}",
  undo: "Rückgängig",
  undoWhat: "Rückgängig: {what}",
  notDismissed: "Nicht ausgeblendet: {why}",
  notRestored: "Nicht wieder eingeblendet: {why}",

  blocked: {
    title: "Gewollt, aber nicht anzufragen",
    text: "OpenTrain hat dies zurückgewiesen, bevor es etwas zu entscheiden gab. Nichts wartet und nichts wurde belastet. Jeder Eintrag verschwindet, sobald dasselbe gelingt, oder nach 7 Tagen.",
    because: "Grund",
    next: "Was zu tun ist",
    reasons: {
      payment_method_required: {
        why: "es ist kein Zahlungsmittel hinterlegt, und das Guthaben reicht nicht.",
        next: "Hinterlegen Sie bei OpenTrain ein Zahlungsmittel oder Guthaben und lassen Sie den Agenten erneut anfragen.",
        link: "Abrechnung bei OpenTrain öffnen",
      },
      not_fit_confirmation_required: {
        why: "diese Person wurde als ungeeignet markiert.",
        next: "Wollen Sie sie dennoch, lassen Sie den Agenten erneut anfragen und das sagen. Wenn nicht, blenden Sie dies aus.",
        link: null,
      },
      account_claim_required: {
        why: "noch niemand hat das OpenTrain-Konto übernommen.",
        next: "Übernehmen Sie das Konto bei OpenTrain. Bis dahin kann kein Agent etwas anfragen, das Sie bindet.",
        link: "Konto bei OpenTrain übernehmen",
      },
      scope_missing: {
        why: "das Token des Agenten darf das nicht.",
        next: "Soll der Agent dies anfragen können, geben Sie ihm ein Token mit payments:write.",
        link: null,
      },
      feature_off: {
        why: "OpenTrain hat dies für das Konto nicht eingeschaltet.",
        next: "Bitten Sie OpenTrain, es einzuschalten. Der Agent kann daran nichts ändern.",
        link: null,
      },
      other: {
        why: "OpenTrain hat es ohne einen hier bekannten Grund zurückgewiesen.",
        next: "Der Agent hat die Antwort von OpenTrain. Fragen Sie ihn, was darin stand.",
        link: null,
      },
    },
    unknownReason: "OpenTrain hat es mit einem hier unbekannten Wort zurückgewiesen: „{reason}“.",
    anyLink: "Bei OpenTrain ansehen",
    linkAside: "OpenTrain nannte einen Link, der nicht zu Ihrem Konto führt. Er wurde beiseitegelegt.",
  },

  unanswered: {
    title: "Angefragt, Antwort nicht gesehen",
    text: "Dies ging über diesen Eingang an OpenTrain, und die Antwort wurde nicht gesehen. Ob etwas davon auf eine Entscheidung wartet, ist nicht bekannt.",
    none: {
      title: "Zurzeit fehlt keine Antwort",
      text: "Die Antwort von OpenTrain wurde hier bei der Anfrage nicht gesehen. Was daraus wurde, steht unten.",
    },
    over: {
      answered: (count) =>
        plural(count, "eine wurde seither beantwortet", `${grouped(count)} wurden seither beantwortet`),
      faded: (count) =>
        plural(
          count,
          "von einer war 7 Tage nichts zu hören",
          `von ${grouped(count)} war 7 Tage nichts zu hören`,
        ),
    },
    see: "Anfrage ansehen",
    states: {
      unknown:
        "Es klärt sich von selbst, wenn der Agent es erneut versucht oder OpenTrain den Ausgang meldet. Um es gleich zu wissen, sehen Sie Ihre Anfragen bei OpenTrain durch, oder lassen Sie den Agenten dasselbe noch einmal anfragen: Eine wartende Anfrage entsteht nicht doppelt.",
      answered: "Die Antwort von OpenTrain ist inzwischen bekannt: Die Anfrage ist aufgeführt.",
      over: "Die Antwort von OpenTrain ist inzwischen bekannt: Nichts davon wartet auf eine Entscheidung.",
      faded:
        "Davon war 7 Tage nichts zu hören. Falls die Anfrage entstand, ist sie inzwischen verfallen oder entschieden.",
    },
  },

  claims: {
    connection: "Tokens ansehen",
    title: "Uns gemeldet, von OpenTrain nicht nachgewiesen",
    text: "Ein Agent oder eine Person hat uns davon berichtet, und unser eigener Abruf bei OpenTrain hat es noch nicht nachgewiesen.",
    ways: {
      capture: "gemeldet mit „{label}“",
      captureNobody: "von einem Agenten gemeldet",
      paste: "eingefügt",
    },
    nextTry: "Nächster Versuch {when}.",
  },
};
