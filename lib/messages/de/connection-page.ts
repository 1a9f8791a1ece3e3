import type { connectionPage as english } from "../en/connection-page";

export const connectionPage: typeof english = {
  page: "Verbindung",
  title: "Verbindung",
  lead: {
    sandbox:
      "Dieser Arbeitsbereich folgt der Sandbox: einem simulierten OpenTrain, in dem zwei Agenten nach Drehbuch ab und zu etwas anfragen. Nichts davon ist echtes Geld.",
    real: "Dieser Arbeitsbereich folgt Ihrem OpenTrain-Konto. Er liest nur; einrichten darf er dort allein einen Webhook, über den OpenTrain ihm sagt, was erledigt wurde.",
    disconnected: "Dieser Arbeitsbereich folgte einem OpenTrain-Konto, das getrennt wurde.",
    none: "Es ist kein OpenTrain-Konto verbunden.",
  },
  state: "Stand",
  origin: "Adresse",
  account: "Konto",
  kind: "Art",
  kinds: { sandbox: "Sandbox", real: "echtes Konto" },
  states: { disconnected: "Getrennt {since}", first: "Der erste Abruf läuft." },
  accountUnnamed: "OpenTrain nennt keinen Namen",
  never: "noch nicht",
  read: "Zuletzt abgerufen",
  onlyOwner: "Nur die Leitung kann die Verbindung ändern.",

  tokens: "Tokens und was sie erlauben",
  tokenText:
    "Eine Anfrage zeigt sich den Tokens der Person, der das Konto gehört, und dem Token des Agenten, der sie gestellt hat. Wer von ihnen sie sehen kann, ruft sie ab.",
  tokenExpires: "läuft ab {at}",
  tokenExpired: "abgelaufen {at}",
  tokenNever: "ohne Ablaufdatum",
  noTokens: "Es ist kein Token gespeichert.",
  folded: (lacking) =>
    lacking.length === 0
      ? "Erlaubt alles, was dieser Eingang brauchen kann"
      : `Erlaubt nicht: ${lacking.join(", ")}`,
  given: "vorhanden",
  missing: "fehlt",
  extra: "Hier nicht nötig",

  form: {
    token: "Token",
    show: "Zeigen",
    hide: "Verbergen",
    tokenHelp:
      "Es wird zur Prüfung an {origin} gesendet und nirgendwohin sonst. Gespeichert wird es verschlüsselt und nie wieder gezeigt.",
    label: "Ihre Bezeichnung",
    labelHelp: "Damit Sie es wiedererkennen: wem es gehört oder welchem Agenten. Das Feld darf leer bleiben.",
    checking: "Wird bei OpenTrain geprüft",
    empty: "Fügen Sie zuerst das Token ein.",
    shape: "Ein Token enthält keine Leerzeichen und keine Zeilenumbrüche. Kopieren Sie es noch einmal.",
    cancel: "Abbrechen",
    failed: "Nichts wurde gespeichert. {why}",
    unchanged: "Nichts wurde geändert. {why}",
    noAnswer: "Dieser Eingang hat nicht geantwortet. Ihre Eingabe steht noch hier.",
  },
  connect: {
    title: "Ihr Konto verbinden",
    text: "Erstellen Sie bei OpenTrain unter Settings, API keys ein Token und fügen Sie es hier ein. Es braucht payments:read; proposals:read und jobs:read sind empfohlen, Schreibrechte braucht es keine.",
    sandboxEnds:
      "Ihr Konto bekommt einen eigenen Arbeitsbereich, und alle hier ziehen dorthin um. Die Sandbox und ihre Anfragen werden geschlossen und kommen nicht wieder.",
    submit: "Verbinden",
  },
  reconnect: {
    title: "Wieder verbinden",
    text: "Mit einem Token desselben Kontos geht es in diesem Arbeitsbereich dort weiter, wo er stehen geblieben ist, und alles Fällige wird erneut abgerufen.",
    submit: "Wieder verbinden",
    another:
      "Dieses Token gehört zu einem anderen Konto als dem getrennten. Es bekommt einen eigenen Arbeitsbereich: Alle hier ziehen dorthin um, und dieser Verlauf bleibt geschlossen, bis sein Konto wieder verbunden ist.",
    submitAnother: "Das andere Konto verbinden",
  },
  add: {
    open: "Weiteres Token hinzufügen",
    title: "Ein weiteres Token dieses Kontos",
    text: "Zum Beispiel das eines Agenten: Anfragen, die nur dieses sehen darf, werden damit abgerufen.",
    submit: "Token hinzufügen",
    done: "Das Token wurde hinzugefügt.",
    unchanged: "Dieses Token ist schon hier.",
  },
  replace: {
    open: "Ersetzen",
    title: "Durch ein anderes Token desselben Kontos ersetzen",
    text: "Das alte Token wird hier in dem Augenblick gelöscht, in dem das neue gilt. Widerrufen Sie es auch bei OpenTrain.",
    submit: "Token ersetzen",
    done: "Das Token wurde ersetzt.",
  },
  remove: {
    open: "Entfernen",
    text: "Das Token wird hier gelöscht. Was nur dieses sehen konnte, bleibt so aufgeführt, wie es zuletzt abgerufen wurde. Widerrufen Sie es auch bei OpenTrain.",
    submit: "Token entfernen",
    sending: "Wird entfernt",
  },
  disconnect: {
    title: "Trennen",
    text: "Löscht hier jedes Token und ruft nichts mehr ab. Der Verlauf bleibt lesbar, und dasselbe Konto lässt sich wieder verbinden.",
    open: "Konto trennen",
    confirm:
      "Jetzt offene Anfragen bleiben bei OpenTrain offen; hier behalten sie den Stand des letzten Abrufs.",
    submit: "Jetzt trennen",
    sending: "Wird getrennt",
  },
};
