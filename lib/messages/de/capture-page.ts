import { keyVariable } from "../capture-snippets";
import type { capturePage as english, callWhys as englishWhys } from "../en/capture-page";
import { capturePage as forAgents } from "../en/capture-page";
import { grouped } from "./grouped";
import { plural } from "./plural";

const counted = (one: string, many: string) => (count: number) =>
  plural(count, one, `${grouped(count)} ${many}`);

export const callWhys: typeof englishWhys = {
  answered: (status) => `Die Antwort hatte den Status ${status}.`,
  doubled_path:
    "Der Pfad von OpenTrain stand zweimal darin: Eingestellt wird nur die Adresse, ohne /api/public/v1.",
  no_such_address: "Unter der gefragten Adresse gibt es nichts.",
};

export const capturePage: typeof english = {
  page: "Erfassung",
  title: "Erfassung",
  lead: "Wie die Anfragen Ihrer Agenten hierher kommen. OpenTrain sagt nur dem Agenten selbst, dass eine wartet.",
  onlyOwner: "Nur die Leitung kann Erfassungsschlüssel sehen und ändern.",
  local:
    "{origin} ist die eigene Adresse dieses Rechners. Agenten, die anderswo laufen, brauchen eine, die sie erreichen: Wer diesen Server betreibt, setzt APP_URL.",
  failedToLoad: {
    title: "Diese Seite konnte nicht geladen werden",
    text: "Dieser Eingang hat nicht geantwortet.",
  },
  noScript: "Um Schlüssel zu erstellen und auf einen Aufruf zu warten, braucht dieser Browser JavaScript.",
  copy: "Kopieren",
  copied: "Kopiert",

  recorder: {
    title: "Eine Einstellung ändern",
    best: "empfohlen",
    text: "Lassen Sie den Agenten OpenTrain unter der Adresse dieses Eingangs finden. Er behält sein eigenes Token und arbeitet wie bisher: Jeder Aufruf geht unverändert an OpenTrain weiter, und nichts, was er anfragt, kann übersehen werden.",
    account:
      "Sein Token muss zu dem OpenTrain-Konto gehören, das hier verbunden ist; jedes andere wird abgewiesen.",
    where: "Wo die Einstellung steht",
    ways: { cli: "Kommandozeile", mcp: "MCP-Server", code: "Eigener Code" },
    how: {
      cli: "In der Umgebung, in der der Agent läuft. Die Werkzeuge von OpenTrain lesen beide Namen, daher werden beide gesetzt.",
      mcp: "In den Einstellungen des MCP-Servers von OpenTrain. Neu ist nur die Adresse: Sein Token bleibt das bisherige, und wo dort keines steht, weil er angemeldet wurde, lassen Sie diese Zeile weg.",
      mcpWithToken: "In den Einstellungen des MCP-Servers von OpenTrain:",
      code: "Die Adresse, die in jedem Aufruf vor /api/public/v1 steht:",
    },
    test: "In einem Terminal, in dem das Token des Agenten als OPENTRAIN_API_TOKEN gesetzt ist; oder lassen Sie den Agenten irgendetwas tun:",
    testWithToken:
      "In einem Terminal, von dem aus dieser Eingang zu erreichen ist; oder lassen Sie einen Agenten mit diesem Token irgendetwas tun:",
    sandbox: {
      text: "Um es gleich zu versuchen, nehmen Sie den eigenen Agenten der Sandbox: Sein Token ist anderswo nichts wert und endet mit der Sandbox.",
      show: "Token des Sandbox-Agenten zeigen",
      showing: "Einen Augenblick",
      shown: "Was unten zu kopieren ist, enthält dieses Token.",
      copy: "Token kopieren",
      hide: "Verbergen",
      failed: "Das hat nicht geklappt: {why}",
    },
  },

  keys: {
    title: "Oder jede Anfrage übergeben",
    text: "Für einen Agenten, dessen Adresse sich nicht ändern lässt: Nach jeder Antwort mit Status 202 schickt er diese Antwort hierher. Ein Schlüssel kann Anfragen hinzufügen und sonst nichts; jeder Agent bekommt seinen eigenen.",
    forWhom: "Name des Agenten",
    help: "Damit Sie ihn wiedererkennen, und als der Name, unter dem seine Anfragen erscheinen.",
    make: "Schlüssel erstellen",
    making: "Wird erstellt",
    empty: "Geben Sie dem Agenten einen Namen.",
    failed: "Das hat nicht geklappt: {why}",
    list: "Schlüssel",
    none: "Kein Schlüssel ist in Gebrauch.",
    never: "noch nicht verwendet",
    used: "zuletzt verwendet {ago}",
    made: "erstellt {ago}",
    revokedAt: "widerrufen {ago}",
    revoked: "widerrufen",
    unshown: "noch nicht gezeigt",
    sources: {
      environment: "aus den Einstellungen des Servers",
      sandbox: "des Sandbox-Agenten",
      generated: "beim ersten Start erstellt",
    },
    show: "Schlüssel zeigen",
    showOnce: "Er kann einmal gezeigt werden.",
    use: "So wird er verwendet",
    useOf: "So wird er verwendet: {label}",
    rename: "Umbenennen",
    renameOf: "Schlüssel {label} umbenennen",
    renameTo: "Neuer Name",
    save: "Speichern",
    cancel: "Abbrechen",
    revoke: "Widerrufen",
    revokeOf: "Schlüssel {label} widerrufen",
    revokeAsk:
      "Schlüssel {label} widerrufen? Der nächste Aufruf damit wird abgewiesen. Anfragen, die damit kamen, bleiben.",
    revoking: "Wird widerrufen",
    keep: "Behalten",
    wasRevoked: "Der Schlüssel {label} wurde widerrufen.",
    wasRenamed: "Der Schlüssel heißt jetzt {label}.",
  },

  made: {
    title: "Der Schlüssel von {label}",
    once: "Kopieren Sie ihn jetzt. Er wird einmal gezeigt, und außer dem Agenten behält ihn niemand.",
    what: "Der Agent sendet ihn als Authorization: Bearer mit jedem Aufruf an {origin}/api/capture. Er ist kein OpenTrain-Token: Er kann diesem Eingang Anfragen hinzufügen und sonst nichts.",
    copyKey: "Schlüssel kopieren",
    done: "Fertig",
  },

  snippets: {
    label: "Wie der Agent eine Anfrage übergibt",
    ways: { instructions: "Anweisung", curl: "curl", typescript: "TypeScript", python: "Python" },
    withKey: "Mit Adresse und Schlüssel an ihrem Platz. Wer es liest, kann Anfragen hinzufügen.",
    withoutKey: `Diese Seite kennt den Schlüssel nicht mehr: Setzen Sie ihn als ${keyVariable}, wo der Agent läuft. Ist er verloren, erstellen Sie einen neuen und widerrufen Sie diesen.`,
    how: {
      instructions: "Für die eigene Anweisung des Agenten, sofern er selbst Aufrufe machen kann:",
      curl: "Für eine Shell. Die Dateien enthalten die Antwort von OpenTrain und den gesendeten Inhalt.",
      typescript: "Nichts zu installieren. Ein Fehler hier wird gemeldet und hält keinen Agenten auf.",
      python: "Nichts zu installieren. Ein Fehler hier wird gemeldet und hält keinen Agenten auf.",
    },
  },

  instructions: {
    title: "Was der Agent dazusagen soll",
    text: "Wer entscheidet, möchte wissen, warum. Fügen Sie dies der Anweisung des Agenten hinzu:",
    // What an agent reads is English in every language.
    recorder: forAgents.instructions.recorder,
    key: forAgents.instructions.key,
    secretVariable: forAgents.instructions.secretVariable,
  },

  test: {
    open: "Jetzt testen",
    openOf: "Jetzt testen: {label}",
    starting: "Einen Augenblick",
    waiting: "Warten auf den ersten Aufruf",
    since: "seit {elapsed}",
    stop: "Nicht mehr warten",
    again: "Erneut warten",
    close: "Schließen",
    keyCommand:
      "Lassen Sie den Agenten eine Anfrage übergeben, oder versuchen Sie nur Schlüssel und Adresse. Dies speichert nichts:",
    copyTest: "Testaufruf kopieren",
    arrived: "Eingetroffen {ago}",
    by: "von {agent}",
    see: "Anfrage ansehen",
    outcomes: {
      tested: "Ein Testaufruf. Adresse und Schlüssel stimmen.",
      listed: "Eine Anfrage, durch unseren eigenen Abruf nachgewiesen und aufgeführt.",
      claimed:
        "Eine Anfrage. OpenTrain hat sie noch keinem verbundenen Token gezeigt, daher steht sie bei den nicht nachgewiesenen.",
      asked: "Eine Anfrage, aufgezeichnet, wie OpenTrain sie beantwortet hat.",
      not_taken:
        "Eine Anfrage, die an OpenTrain weiterging; die Einstellung stimmt also. OpenTrain hat sie zurückgewiesen.",
      unanswered:
        "Ein Aufruf, der an OpenTrain weiterging; die Einstellung stimmt also. OpenTrain hat nicht geantwortet.",
      read: "Ein Abruf, der an OpenTrain weiterging. Was auf diesem Weg angefragt wird, erscheint von selbst.",
      passed:
        "Ein Aufruf, der an OpenTrain weiterging. Was auf diesem Weg angefragt wird, erscheint von selbst.",
    },
    doubledPath: "Ein Aufruf kam an, aber nicht dort, wo er sollte.",
    refused: "Ein Aufruf kam an und wurde abgewiesen: {why}",
    unreachable: "Diese Seite kann den Eingang im Augenblick nicht fragen. Sie versucht es weiter.",
    stray: {
      capture:
        "Inzwischen kam {ago} ein Aufruf mit einem Schlüssel, den dieser Server nicht kennt. War es Ihrer, wurde der Schlüssel nicht ganz kopiert.",
      recorder: "Inzwischen kam {ago} ein Aufruf, der nicht weitergegeben wurde: {why}",
      address:
        "Inzwischen kam {ago} ein Aufruf an eine Adresse, die es nicht gibt. War es Ihrer, vergleichen Sie die Adresse mit der oben.",
    },
    timedOut: "Innerhalb von {minutes} Minuten kam nichts an. Was zu prüfen ist:",
    checks: {
      capture: [
        "Der Agent bekam wirklich eine Antwort mit Status 202; bei anderen Antworten gibt es nichts zu übergeben.",
        "Er erreicht {origin} von dort, wo er läuft.",
        "Er sendet Authorization: Bearer mit dem ganzen Schlüssel.",
      ],
      recorder: [
        "Die Einstellung steht in der Umgebung des Agenten selbst, und der Agent wurde danach gestartet.",
        "Er erreicht {origin} von dort, wo er läuft.",
        "Die Adresse endet dort, wo sie oben endet, ohne /api/public/v1.",
        "Nichts anderes setzt die Adresse: --base-url oder die Datei mit gespeicherten Anmeldedaten.",
      ],
    },
  },

  callers: {
    title: "Wer zuletzt da war",
    none: "Noch niemand.",
    unnamed: "Ein Agent, der keinen Namen nennt",
    ways: {
      recorder: "über den Recorder",
      capture: "mit dem Schlüssel {label}",
      captureOwn: "mit seinem Schlüssel, ohne Namen",
      captureGone: "mit einem Schlüssel",
    },
    last: "zuletzt: {what}",
    outcomes: {
      tested: "ein Testaufruf",
      listed: "eine Anfrage, aufgeführt",
      claimed: "eine Anfrage, damals nicht nachgewiesen",
      asked: "eine Anfrage, aufgezeichnet",
      not_taken: "eine Anfrage, von OpenTrain zurückgewiesen",
      unanswered: "ein Aufruf, den OpenTrain nicht beantwortet hat",
      read: "ein Abruf",
      passed: "ein anderer Aufruf",
      refused: "ein abgewiesener Aufruf: {why}",
    },
    withStatus: "{what}, mit Status {status}",
    doubledPath: "ein Aufruf an eine falsche Adresse: {why}",
    lastDay: "Im letzten Tag: {counts}",
    counts: {
      tested: counted("ein Testaufruf", "Testaufrufe"),
      listed: counted("eine Anfrage, aufgeführt", "Anfragen, aufgeführt"),
      claimed: counted("eine Anfrage, nicht nachgewiesen", "Anfragen, nicht nachgewiesen"),
      asked: counted("eine Anfrage, aufgezeichnet", "Anfragen, aufgezeichnet"),
      not_taken: counted(
        "eine Anfrage, von OpenTrain zurückgewiesen",
        "Anfragen, von OpenTrain zurückgewiesen",
      ),
      unanswered: counted("ein Aufruf ohne Antwort", "Aufrufe ohne Antwort"),
      read: counted("ein Abruf", "Abrufe"),
      passed: counted("ein anderer Aufruf", "andere Aufrufe"),
      refused: counted("ein abgewiesener Aufruf", "abgewiesene Aufrufe"),
    },
    calls: counted("ein Aufruf", "Aufrufe"),
    strays: "Auf diesem Server im letzten Tag abgewiesen, und niemand weiß, wessen Aufrufe es waren",
    strayCount: "{calls}, zuletzt {ago}: {why}",
  },
};
