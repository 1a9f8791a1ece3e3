import type { coverage as english } from "../en/coverage";
import { connection } from "./connection";

export const coverage: typeof english = {
  missWhys: {
    never_told:
      "Niemand hat diesem Eingang davon berichtet: Bekannt wurde es, als der Feed von OpenTrain das Ende nannte. Bei einem Agenten, der über den Recorder arbeitet, wäre es sofort erschienen.",
    told_late:
      "Diesem Eingang wurde erst nach dem Ende davon berichtet. Bei einem Agenten, der über den Recorder arbeitet, wäre es sofort erschienen.",
    not_proven_in_time:
      "Es wurde rechtzeitig berichtet, aber die Antwort von OpenTrain hat es nicht vor dem Ende nachgewiesen. Über den Recorder ist die eigene Antwort von OpenTrain der Nachweis; oder verbinden Sie ein Token, das die Anfrage sehen darf.",
    answer_lost:
      "Es wurde über den Recorder angefragt, und die Antwort von OpenTrain ging auf dem Rückweg verloren, so dass vor dem Ende niemand davon wusste. Ein Agent, der dasselbe noch einmal anfragt, bringt es ans Licht; eine wartende Anfrage entsteht nicht doppelt.",
    waited_on_disk:
      "Es wurde über den Recorder angefragt und wartete bis nach dem Ende auf der Festplatte dieses Eingangs, weil die Datenbank nicht da war. Mit einer durchgehend erreichbaren Datenbank wäre es sofort erschienen.",
    recorder_saw_the_end:
      "Der Recorder sah nur den Ausgang: Angefragt wurde auf anderem Weg. Wäre die Adresse des Agenten auf diesen Eingang gestellt, wäre es schon bei der Anfrage gesehen worden.",
    not_watching: "Es wurde angefragt, während dieser Eingang nicht zusah; die Zeit dazu steht weiter unten.",
    not_visible:
      "OpenTrain hat das Ende gemeldet, und kein verbundenes Token kann die Anfrage sehen: Fügen Sie das Token der Person hinzu, der das Konto gehört. Wann angefragt wurde, ist nicht bekannt; statt dessen steht die Zeit des Endes.",
  },
  gapWhys: {
    feed_away: "OpenTrain war nicht zu erreichen.",
    token_refused: "OpenTrain hat die Tokens zurückgewiesen.",
    worker_away: "Der Teil, der OpenTrain verfolgt, lief nicht.",
    recorder_not_stored: "Der Recorder gab Aufrufe weiter, die nicht gespeichert werden konnten.",
    database_away: "Die Datenbank war nicht da.",
    disconnected: "Das Konto war getrennt.",
  },
  hints: {
    invoice:
      "OpenTrain führt eine Rechnung auf, die auf Ihre Zahlung wartet, und keine hier bekannte Anfrage hat darum gebeten. Eine Anfrage zur Finanzierung wartet vielleicht ungesehen, oder jemand hat sie auf den Seiten von OpenTrain selbst begonnen.",
    hire: "Ein Vertrag hat begonnen, und keine hier bekannte Anfrage hat dazu geführt. Es wurde eine Anfrage bestätigt, die dieser Eingang nie gesehen hat, oder jemand hat die Beauftragung auf den Seiten von OpenTrain selbst vorgenommen.",
    handed_in:
      "OpenTrain führt diesen Meilenstein als wartend auf eine Freigabe, ohne zu sagen, wovon; was das bedeutet, ist nicht dokumentiert. Arbeit wurde eingereicht, oder eine Anfrage zur Auszahlung wartet ungesehen.",
  },
  backfillWaits(problem) {
    const cause = connection.syncProblems[problem];
    return `Das Lesen des Verlaufs wartet und geht von selbst weiter.${cause === undefined ? "" : ` ${cause}`}`;
  },
};
