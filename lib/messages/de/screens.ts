import type { BrowserWords } from "../en/browser";
import { apart } from "./apart";
import { traceMissing } from "./around";
import { checks } from "./checks";
import { closing } from "./closing";
import { connectionNotices } from "./connection-notices";
import { contractPage } from "./contract-page";
import { coverageLine } from "./coverage-line";
import { errorPage } from "./error-page";
import { filters } from "./filters";
import { grouped } from "./grouped";
import { historyPage } from "./history-page";
import { inboxList } from "./inbox-list";
import { keyboard } from "./keyboard";
import { lineage } from "./lineage";
import { live } from "./live";
import { ordinal } from "./ordinal";
import { palette } from "./palette";
import { password } from "./password";
import { plural } from "./plural";
import { print } from "./print";
import { toast } from "./toast";
import { trouble } from "./trouble";
import { work } from "./work";

export const screens: BrowserWords["screens"] = {
  app: {
    name: "Countersign",
    title: (page, count) => (count ? `(${grouped(count)}) ${page} · Countersign` : `${page} · Countersign`),
    description: "Jede Anfrage Ihrer Agenten, verstanden und rechtzeitig beantwortet.",
    skip: "Zum Inhalt springen",
    loading: "Wird geladen",
    copyFailed: "Nicht kopiert: Markieren Sie den Text und kopieren Sie ihn von Hand",
    sessionOver: "Diese Sitzung ist beendet.",
    noScript: "Ohne Aktualisierung: Diese Seite zeigt den Stand, als sie geladen wurde.",
  },

  nav: {
    label: "Hauptmenü",
    inbox: "Eingang",
    history: "Verlauf",
    contracts: "Verträge",
    settings: "Einstellungen",
    waiting: (count) => `${grouped(count)} offen`,
    signOut: "Abmelden",
    account: "Konto",
    signedInAs: "Angemeldet als {name}",
    roles: { owner: "Rolle: Leitung", finance: "Rolle: Finanzen", viewer: "Rolle: Einsicht" },
  },

  sandbox: {
    name: "Sandbox.",
    text: "Ein simuliertes Konto: Nichts hier ist echtes Geld.",
    connect: "Ihr Konto verbinden",
    firstSteps: "Erste Schritte",
  },

  export: "CSV exportieren",

  filters,

  keyboard,
  palette,
  toast,

  print,

  folded: { all: "Alles zeigen", less: "Weniger zeigen" },

  live,

  rows: {
    hire: "Beauftragung von {who}",
    hireNobody: "Beauftragung",
    fund: "Finanzierung von {what}",
    fundNothing: "Finanzierung eines Meilensteins",
    release: "Freigabe an {who}",
    releaseNobody: "Freigabe einer Zahlung",
    end: "Vertragsende",
    unknown: "Eine Anfrage von unbekannter Art",
    askedBy: "angefragt von {agent}, {ago}",
    asked: "angefragt {ago}",
    askedAgain: (time) => `erneut angefragt, zum ${ordinal(time)} Mal`,
    idEnd: "Kennung …{end}",
    idEndWhy: "Eine andere Person in dieser Liste heißt ebenso; die Kennung dieser hier endet auf {end}.",
    escrow: "Treuhand zu entscheiden",
    feeShown: "Gebühr zeigt OpenTrain",
    quarantined: "Link beiseitegelegt",
    unread: "zurzeit nicht abrufbar",
  },

  time: {
    left: "noch {left}",
    pastDue: "überfällig",
    checking: "Überfällig, wird bei OpenTrain nachgefragt",
    noDeadline: "Frist unbekannt",
    lapses: "verfällt {when}",
    ran: "die Frist lief {when} ab",
    ring: { pastDue: "!", unknown: "?", hours: "h", minutes: "m", days: "T" },
    announce: {
      six: "{what}: weniger als 6 Stunden übrig.",
      one: "{what}: weniger als eine Stunde übrig.",
      ten: "{what}: weniger als 10 Minuten übrig.",
      over: "{what}: Die Frist ist abgelaufen. Es wird bei OpenTrain nachgefragt.",
    },
    groupNotes: {
      past_due: "OpenTrain hat noch nicht gemeldet, ob sie verfallen sind",
      no_deadline: "nie abgerufen, es kann alles sein",
    },
    today: "Heute",
    yesterday: "Gestern",
    unknownDay: "An einem unbekannten Tag",
  },

  money: {
    unknown: "unbekannt",
    none: "nichts",
    plus: "+",
    plusSpoken: "zuzüglich einer Gebühr, die OpenTrain bei der Bestätigung zeigt",
    plusSpokenPast: "zuzüglich der Gebühr, die OpenTrain gezeigt hat",
    withItsFee: "bis zu {amount} mit der Gebühr, die OpenTrain gezeigt hat",
    unknownToo: (count) => `und ${grouped(count)} unbekannt`,
  },

  inbox: {
    page: "Eingang",
    waiting: (count) => `${grouped(count)} offen`,
    nextLapses: "Die nächste verfällt {when}",
    when: "{when} {zone}, {left}",
    onlyPastDue: (count) =>
      plural(
        count,
        "Ihre Frist ist abgelaufen. Es wird bei OpenTrain nachgefragt.",
        "Ihre Fristen sind abgelaufen. Es wird bei OpenTrain nachgefragt.",
      ),
    noDeadlines: "Noch war keine Frist zu lesen.",
    list: "Anfragen",
    sums: "Was offen ist, in drei Summen, die nie zusammengezählt werden",
    toCharge: "Zu belasten, wenn alles bestätigt wird",
    leaves: "Geht aus der Treuhand",
    atStake: "In Treuhand zu entscheiden",
    to: "bis {amount}",
    withFeesNote: ", mit Gebühren",
    upTo: "bis zu {amount} mit Gebühr",
    credit: "Guthaben {amount}",
    creditCoversAll: "Guthaben {amount} deckt alles, was offen ist",
    creditCoversNothing: "Guthaben {amount} deckt die nächste Belastung nicht",
    creditCoversSome: "Guthaben {amount} deckt {covered} der {all} offenen Belastungen, nächste Frist zuerst",
    creditPerhaps: "Guthaben {amount} deckt vielleicht alles: Ein Teil ist nicht bekannt",
    short: "Am Guthaben fehlen {amount}",
    shortAtLeast: "Am Guthaben fehlen mindestens {amount}",
    shortPerhaps: "Am Guthaben fehlen vielleicht bis zu {amount}",
    creditBar: "Guthaben von {credit} gegenüber {charge} zu belasten",
    filter: "Art der Anfrage",
    filters: {
      all: "Alle",
      hire: "Beauftragung",
      fund: "Finanzierung",
      release: "Freigabe",
      end: "Vertragsende",
      unknown: "Andere",
    },
    add: "Link hinzufügen",
    more: (shown) => `Die ${grouped(shown)} dringendsten werden gezeigt. Es gibt weitere.`,
    nothing: {
      title: "Nichts ist offen",
      text: "Keine Anfrage, die dieser Eingang bei OpenTrain abrufen konnte, ist offen. OpenTrain hat selbst keine Liste; eine, die niemand übergibt, erscheint hier nicht.",
      history: "Ansehen, was entschieden wurde",
    },
    nothingRead: {
      title: "Beim letzten Abruf war nichts offen",
      text: "OpenTrain wurde zuletzt {ago} abgerufen. Was seither angefragt oder entschieden wurde, erscheint hier nicht.",
      titleNever: "Noch wurde nichts abgerufen",
      textNever: "OpenTrain wurde noch nicht abgerufen; ob etwas wartet, ist hier also nicht bekannt.",
    },
    never: {
      title: "Noch wurde keine Anfrage übergeben",
      text: "OpenTrain hat keine Liste offener Anfragen. Ob eine wartet, ist hier daher erst bekannt, wenn ein Agent sie übergibt oder jemand ihren Link einfügt.",
      steps: [
        "Lassen Sie den Agenten OpenTrain unter der Adresse dieses Eingangs finden: eine Einstellung, gezeigt unter Einstellungen → Erfassung.",
        "Wo das nicht geht, geben Sie ihm einen Schlüssel, mit dem er jede Antwort von OpenTrain mit Status 202 übergibt.",
        "Oder fügen Sie den Bestätigungslink ein, den ein Agent Ihnen geschickt hat.",
      ],
      onlyOwner: "Dass Agenten sie übergeben, richtet die Leitung unter Einstellungen ein.",
      key: "Agenten einrichten",
      paste: "Link einfügen",
    },
    notConnected: {
      title: "Es ist kein OpenTrain-Konto verbunden",
      text: "Nichts kann abgerufen werden, bis dieser Arbeitsbereich ein Konto kennt. Was Agenten bis dahin übergeben, wird aufbewahrt und danach gezeigt.",
      action: "Verbindung ansehen",
    },
    disconnected: {
      title: "Das OpenTrain-Konto wurde getrennt",
      text: "Was zuvor abgerufen wurde, bleibt. Neues kommt erst, wenn wieder ein Konto verbunden ist.",
    },
    failed: {
      title: "Die Liste konnte nicht geladen werden",
      text: "Dieser Eingang hat nicht geantwortet. Nach allem, was bekannt ist, hat sich bei OpenTrain nichts geändert.",
      retry: "Erneut versuchen",
      reference: "Referenz {id}",
    },
    stale: "Diese Liste konnte nicht aufgefrischt werden. Was hier steht, war {ago} bekannt.",
    refused: {
      title: "OpenTrain weist unser Token zurück",
      text: "Es wurde widerrufen, ist abgelaufen oder ihm fehlt eine Berechtigung. Die Liste zeigt, was {ago} abgerufen wurde; die Links funktionieren weiterhin.",
      textNever:
        "Es wurde widerrufen, ist abgelaufen oder ihm fehlt eine Berechtigung. Noch konnte nichts abgerufen werden.",
      action: "Verbindung ansehen",
    },
    unreachable: {
      title: "OpenTrain antwortet nicht",
      text: "Wir versuchen es weiter. Die Liste zeigt, was {ago} abgerufen wurde; die Links funktionieren weiterhin.",
      textNever: "Wir versuchen es weiter. Noch konnte nichts abgerufen werden.",
    },
    behind: "Zuletzt {ago} abgerufen.",
    quarantined: (count) =>
      plural(
        count,
        "Eine Anfrage hat einen Link, der nicht zu Ihrem OpenTrain-Konto führt. Er wurde beiseitegelegt.",
        `${grouped(count)} Anfragen haben Links, die nicht zu Ihrem OpenTrain-Konto führen. Sie wurden beiseitegelegt.`,
      ),
  },

  inboxList,

  apart,

  coverage: coverageLine,

  connection: connectionNotices,

  password,

  detail: {
    page: "Anfrage",
    back: "Eingang",
    label: "Die Anfrage",
    askedBy: "angefragt von {agent}",
    choices: "Was jede Wahl bewirkt",
    confirm: "Wenn Sie bestätigen",
    decline: "Wenn Sie ablehnen",
    nobody: "Wenn niemand handelt",
    nobodyBy: "Sie verfällt am {when}, {left}, und {agent} muss erneut anfragen.",
    theAgent: "der Agent",
    came: "Was daraus wurde",
    money: {
      title: "Geld",
      milestone: "Meilenstein „{what}“",
      milestoneNoName: "Meilenstein",
      escrow: "Finanzierte Meilensteine in Treuhand",
      fee: "Marktplatzgebühr, {percent} %",
      feeShown: "Gebühr",
      initiation: "Vertragsabschluss",
      notReached: {
        hire: "Was diese Beauftragung kostet, steht in der Anfrage des Agenten, und nur ihre Kennung oder ihr Link hat diesen Eingang erreicht. Über den Recorder gestellt oder mit der Anfrage übergeben, erscheint es hier.",
        other: "OpenTrain hat diesem Eingang den Betrag nicht genannt.",
      },
      shownThere: "OpenTrain zeigt ihn, bevor Sie bestätigen.",
      columns: { what: "Was", amount: "Betrag", source: "Quelle" },
    },
    says: {
      opentrain: "OpenTrain sagt",
      agent: "Der Agent sagt",
      whose: "eigene Worte von {agent}, von OpenTrain nicht geprüft",
      whoseNobody: "Eigene Worte eines Agenten, von OpenTrain nicht geprüft",
      hidden: "Dieser Text enthält verborgene Zeichen. Sie werden mit ihrem Code gezeigt.",
    },
    credit: {
      covered: "Guthaben {amount} deckt diese Anfrage.",
      perhaps: "Guthaben {amount} deckt diese Anfrage nach den früher fälligen vielleicht nicht.",
      not_covered: "Guthaben {amount} deckt diese Anfrage nach den früher fälligen nicht.",
    },
    facts: {
      status: "Status",
      statusNone: "noch nicht abgerufen",
      asked: "Angefragt",
      lapses: "Verfällt",
      settled: "Erledigt",
      freelancer: "Freelancer",
      contract: "Vertrag",
      milestone: "Meilenstein",
      job: "Job",
      id: "Anfrage",
      result: "Ergebnis",
      readAt: "abgerufen {ago}",
      read: "Zuletzt abgerufen",
      readNever: "noch nicht; aus der Antwort von OpenTrain an den Agenten",
      proof: {
        read: "durch unseren eigenen Abruf bei OpenTrain",
        recorded: "aus der Antwort von OpenTrain an den Agenten",
      },
    },
    terms: {
      title: "Was angefragt wurde",
      recorded: "aufgezeichnet",
      told: "vom Agenten gemeldet",
      conflict: "Der Agent hat uns etwas anderes gemeldet, als er bei OpenTrain angefragt hat",
      conflictText:
        "Durchgestrichen ist, was OpenTrain angenommen hat und was hier zählt. Danach steht, was der Agent diesem Eingang gemeldet hat.",
    },
    receipt: {
      title: "Quittung",
      asked: "Angefragt",
      confirmed: "Bestätigt",
      same: "Bestätigt wie angefragt.",
      askedUnknown: "Was angefragt wurde, ist hier nicht bekannt: Nur die Kennung oder der Link kam hier an.",
      unknown: "OpenTrain sagt nicht, welche Bedingungen bestätigt wurden.",
      changed: (count) =>
        plural(
          count,
          "Eine Bedingung wurde auf der Seite von OpenTrain geändert.",
          `${grouped(count)} Bedingungen wurden auf der Seite von OpenTrain geändert.`,
        ),
      marked: "geändert",
      columns: { what: "Was", amount: "Betrag" },
      moved: { fund: "In Treuhand", release: "Aus der Treuhand" },
      notShown: "OpenTrain hat es hier noch nicht gezeigt",
      ledger: "Das Kontobuch von OpenTrain zeigt:",
      ledgers: {
        none: "Das Guthabenbuch von OpenTrain enthält hierzu keine Buchung. Was mit Karte bezahlt wird, steht nicht darin.",
        notRead:
          "Das Guthabenbuch von OpenTrain wurde seit der Bestätigung nicht abgerufen. Was es hierzu zeigt, ist nicht bekannt.",
        notWhole:
          "Das Guthabenbuch von OpenTrain hat es hier noch nicht gezeigt. Ältere Buchungen werden noch abgerufen.",
      },
    },
    track: {
      title: "Meilenstein",
      of: "Meilenstein „{name}“",
      job: "Job",
      contract: "Vertrag",
      hire: ["Angefragt", "Beauftragt, finanziert", "Eingereicht", "Bezahlt"],
      milestone: ["Nicht finanziert", "Finanziert", "Eingereicht", "Ausgezahlt"],
      pending: "wartet auf diese Anfrage",
      other: "Bei OpenTrain heißt es: {status}",
    },
    lineage,
    checks,
    closing,
    work,
    traceMissing,
    trouble,
    readProblem: "Seit {when}:",
    unreadable: {
      title: "Diese Anfrage ist für uns nicht lesbar",
      text: "Ihr Stand oder ihre Frist ist uns nicht bekannt; sie kann offen oder längst erledigt sein. Die Seite von OpenTrain weiß es.",
    },
    happened: "Was bisher geschah",
    happenedIn: (zones) => `Was bisher geschah, ${zones}`,
    nothingHappened: "Noch ist nichts vermerkt.",
    leave: {
      again: "Erneut öffnen",
      reviewSandbox: "In der Sandbox prüfen",
      opensSandbox: "Öffnet die Sandbox unter {host}. Sie bestätigen oder lehnen dort ab, niemals hier.",
      newTab: "öffnet einen neuen Tab",
      settledAt: "{outcome} {when}.",
    },
    waiting: {
      title: "Warten auf OpenTrain",
      asking: "OpenTrain wird gefragt",
      text: "Sie haben die Seite {ago} geöffnet. Hier ändert sich etwas, wenn OpenTrain antwortet, nicht vorher.",
      still: "Laut OpenTrain, {ago} abgerufen, ist sie noch offen.",
    },
    notFound: {
      title: "Diese Anfrage ist nicht in Ihrem Eingang",
      text: "Sie gehört vielleicht zu einem anderen Konto, oder sie wurde nie übergeben.",
      add: "Ihren Link hinzufügen",
    },
    claimed: {
      title: "Uns gemeldet, von OpenTrain nicht nachgewiesen",
      text: "Uns wurde von dieser Anfrage berichtet, aber OpenTrain hat sie uns nicht nachgewiesen.",
    },
    failed: {
      title: "Die Anfrage konnte nicht geladen werden",
      text: "Dieser Eingang hat nicht geantwortet. Nach allem, was bekannt ist, hat sich bei OpenTrain nichts geändert.",
    },
    stale: "Dies konnte nicht aufgefrischt werden. Was hier steht, war {ago} bekannt.",
    none: {
      text: "Die nächste Anfrage öffnet sich hier.",
    },
  },

  history: historyPage,

  contracts: {
    page: "Verträge",
    title: "Verträge",
    lead: (active, ended, other) =>
      [
        `${grouped(active)} aktiv`,
        ...(ended > 0 ? [`${grouped(ended)} beendet`] : []),
        ...(other > 0
          ? [plural(other, "einer in einem anderen Zustand", `${grouped(other)} in anderen Zuständen`)]
          : []),
      ].join(", "),
    escrow: "in Treuhand",
    atLeast: "mindestens",
    noName: "Ein Vertrag ohne Titel",
    noFreelancer: "Freelancer nicht bekannt",
    milestones: "Meilensteine",
    released: (count, all) => `${grouped(count)} von ${grouped(all)} ausgezahlt`,
    noMilestones: "OpenTrain führt keine Meilensteine auf.",
    due: "fällig {date}",
    word: "OpenTrain sagt „{status}“",
    wordNone: "OpenTrain nennt keinen Zustand",
    requests: "Anfragen dazu",
    noRequests: "Seit dieser Eingang zusieht, wurde dazu keine Anfrage gestellt.",
    readAt: "abgerufen {ago}",
    country: "in {country}",
    rate: "Satz",
    payment: "Bezahlt",
    job: "Job",
    empty: {
      title: "Noch keine Verträge",
      text: "Ein Vertrag erscheint hier, sobald bei OpenTrain eine Beauftragung bestätigt wird oder einer abgerufen ist.",
    },
    failed: {
      title: "Die Verträge konnten nicht geladen werden",
      text: "Dieser Eingang hat nicht geantwortet.",
    },
    notFound: {
      title: "Dieser Vertrag ist hier nicht bekannt",
      text: "Er gehört vielleicht zu einem anderen Konto, oder er wurde noch nicht abgerufen.",
      all: "Alle Verträge",
    },
    ...contractPage,
  },

  add: {
    page: "Anfragen hinzufügen",
    title: "Anfragen hinzufügen",
    text: "Fügen Sie Bestätigungslinks oder Kennungen so ein, wie Sie sie haben: eine pro Zeile oder die ganze Nachricht, in der sie stehen. Jede wird bei OpenTrain abgerufen, bevor sie zählt.",
    onlyOwner:
      "Nur die Leitung kann Anfragen hinzufügen. Schicken Sie ihr den Link; sobald er hinzugefügt ist, erscheint die Anfrage hier.",
    label: "Links oder Kennungen",
    shared: "Dies wurde mit dem Eingang geteilt. Nichts wird hinzugefügt, bevor Sie es sagen.",
    tooMany: "Höchstens 200 Zeilen auf einmal. Fügen Sie den Rest danach hinzu.",
    placeholder: "{origin}/approvals/…",
    back: "Eingang",
    submit: "Hinzufügen",
    sending: "Wird hinzugefügt",
    results: "Was aus jeder Zeile wurde",
    outcomes: {
      listed: "Aufgeführt: im Eingang, solange sie wartet, im Verlauf, sobald sie entschieden ist.",
      claimed:
        "Noch nicht nachgewiesen: OpenTrain hat sie keinem verbundenen Token gezeigt. Es wird von selbst erneut versucht.",
      not_a_link:
        "Darin steht weder ein Link noch eine Kennung einer Anfrage. Ein richtiger Link sieht so aus: {example}",
      other_origin:
        "Er führt zu {leadsTo}, Ihr OpenTrain-Konto liegt aber unter {origin}. Ein richtiger Link sieht so aus: {example}",
      other_page: "Er führt zu OpenTrain, aber zu keiner Anfrage. Ein richtiger Link sieht so aus: {example}",
      odd_link:
        "So schreibt OpenTrain keinen Link einer Anfrage, er wird daher nicht verwendet. Kopieren Sie ihn neu von OpenTrain oder vom Agenten; ein richtiger sieht so aus: {example}",
      secret:
        "Das ist ein Token oder ein Schlüssel und wurde nicht behalten. Es gehört in keine Nachricht: Wem es gehört, sollte es widerrufen. Um eine Anfrage hinzuzufügen, fügen Sie ihren Link ein, etwa {example}",
    },
    open: "Öffnen",
    empty: "Fügen Sie mindestens einen Link oder eine Kennung ein.",
    failed: "Nichts wurde hinzugefügt: {why}",
  },

  errors: errorPage,
};
