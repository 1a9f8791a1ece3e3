import type { welcome as english } from "../en/welcome";

export const welcome: typeof english = {
  page: "Erste Schritte",
  title: "Drei Schritte bis zur ersten Anfrage",
  lead: "Jeder kann warten. Der Eingang arbeitet währenddessen.",
  allDone: {
    title: "Alles bereit",
    lead: "Ihr Konto ist verbunden, ein Agent war hier, und seine Anfragen kommen hier an.",
  },
  state: { done: "getan", open: "noch zu tun" },
  skip: "Vorerst überspringen",
  inbox: "Zum Eingang",
  noScript: "Verbinden und auf einen Aufruf warten brauchen JavaScript in diesem Browser.",
  connect: {
    title: "Ihr OpenTrain-Konto verbinden",
    stay: "Oder bleiben Sie vorerst bei der Sandbox: einem simulierten Konto, in dem zwei Agenten von selbst anfragen. Ihr eigenes können Sie später verbinden, unter Einstellungen.",
    staySandbox: "Zuerst die Sandbox ausprobieren",
    done: "{account} ist verbunden.",
    doneUnnamed: "Ihr Konto ist verbunden.",
  },
  call: {
    title: "Einen Agenten vorbeikommen lassen",
    text: "Sagen Sie dem Agenten, dass er OpenTrain unter der Adresse dieses Eingangs findet. Führen Sie diese Zeile dort aus, wo der Agent läuft, bevor er startet:",
    copy: "Zeile kopieren",
    passes:
      "Seine Aufrufe gehen unverändert an OpenTrain weiter, mit seinem eigenen Token, und was er anfragt, erscheint hier.",
    first: "Verbinden Sie zuerst ein Konto: bis dahin werden Aufrufe abgewiesen.",
    waiting: "Wartet auf den ersten Aufruf",
    failed: "Dieser Eingang antwortet gerade nicht; es wird weiter versucht.",
    done: "{agent} war {ago} hier.",
    doneUnnamed: "Ein Agent war {ago} hier.",
    other: "Andere Wege: ein MCP-Server, eigener Code, ein Schlüssel",
    own: "Noch einen vorbeikommen lassen",
  },
  request: {
    title: "Die erste Anfrage ankommen sehen",
    waiting:
      "Noch wurde nichts angefragt. Die erste Anfrage erscheint hier von selbst, sobald der Agent um etwas bittet, das Sie bindet oder Geld bewegt.",
    paste: "Einen Bestätigungslink einfügen, den Sie bekommen haben",
    done: "Sie ist da. Öffnen Sie sie und sehen Sie, was sie kostet, was jede Wahl bewirkt und wie viel Zeit bleibt.",
    settled: "Anfragen sind hier angekommen. Gerade wartet nichts.",
    history: "Ansehen, was entschieden wurde",
  },
  phone: {
    title: "Der Eingang auf Ihrem Telefon",
    address: "Öffnen Sie auf dem Telefon {origin} und melden Sie sich an. Danach:",
    iphone: "iPhone",
    iphoneText: "In Safari auf Teilen tippen, dann auf Zum Home-Bildschirm.",
    android: "Android",
    androidText:
      "In Chrome auf das Menü ⋮ tippen, dann auf Zum Startbildschirm hinzufügen, dann auf Installieren.",
    local:
      "{origin} ist die eigene Adresse dieses Rechners, die ein Telefon nicht erreicht. Wer diesen Server betreibt, gibt ihm einen Namen mit https und setzt APP_URL.",
    insecure:
      "Telefone installieren nur von https-Adressen. Bis dieser Eingang eine hat, hilft ein Lesezeichen.",
    install: "Auf diesem Gerät installieren",
    installed: "Er ist auf diesem Gerät installiert.",
  },
  away: {
    put: "Diese Schritte nicht mehr zeigen",
    putting: "Werden weggelegt",
    isAway: "Diese Schritte sind weggelegt: nichts führt mehr hierher.",
    again: "Wieder zeigen",
    failed: "Nicht geändert: {why}",
  },
  mate: {
    title: "Was Sie hier tun können",
    lead: "Sie lesen mit bei {workspace}.",
    leadUnnamed: "Sie lesen mit.",
    see: {
      title: "Sehen, was wartet",
      text: "Jede Anfrage mit dem, was sie kostet, was jede Wahl bewirkt und wie viel Zeit bleibt. Bestätigen und ablehnen kann nur die Inhaberin oder der Inhaber, auf der Seite von OpenTrain.",
      link: "Eingang öffnen",
    },
    past: {
      title: "Zurückblicken und mitnehmen",
      text: "Der Verlauf enthält, was bestätigt, abgelehnt und verfallen ist. Summen und Zeilen lassen sich als Tabelle mitnehmen.",
      textViewer: "Der Verlauf enthält, was bestätigt, abgelehnt und verfallen ist.",
      link: "Verlauf öffnen",
    },
    own: {
      title: "So, wie Sie es mögen",
      text: "Farben, Sprache und Zeitzone gelten nur für Sie.",
      link: "Wählen",
    },
  },
};
