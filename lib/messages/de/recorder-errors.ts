import type { recorderErrors as english } from "../en/recorder-errors";

/** Whether the call may be made once more. */
const repeats: Record<string, string> = {
  safe: "Dieser Aufruf hat dort nichts geändert und kann wiederholt werden.",
  look_here:
    "Die Antwort ging unterwegs verloren; was angefragt wurde, kann also angekommen sein: Senden Sie es nicht blindlings noch einmal. Sehen Sie es in diesem Eingang nach, unter der Adresse in X-Countersign-Url, oder rufen Sie bei OpenTrain ab, worum es geht. Solange dort eine Anfrage wartet, führt genau dieselbe Anfrage zu ihr zurück.",
  look_first:
    "Die Antwort ging unterwegs verloren; der Aufruf kann also angekommen sein: Rufen Sie bei OpenTrain ab, was er ändern sollte, bevor Sie ihn noch einmal senden.",
};

/** For whoever reads in the settings why a call was turned away; agents themselves are told in English. */
export const recorderErrors: typeof english = {
  agent_token: "Senden Sie Ihr OpenTrain-API-Token als Bearer-Token: Authorization: Bearer ot_pat_…",
  inbox_not_connected:
    "Dieser Eingang gibt Aufrufe der mit ihm verbundenen OpenTrain-Konten weiter, und dieses Token gehört zu keinem davon. Verbinden Sie das Konto im Eingang unter Einstellungen, oder prüfen Sie das Token.",
  inbox_upstream_unreachable: ({ repeat }: Record<string, unknown>) =>
    ["OpenTrain war über diesen Eingang nicht zu erreichen.", repeats[String(repeat)] ?? ""].join(" ").trim(),
  recorder_path: "Der Pfad muss unter seinem Anfang bleiben, auch mit Punkten und maskierten Zeichen.",
  recorder_id:
    "Keine Kennung ist so lang wie die in diesem Pfad. Nichts wurde angefragt: Prüfen Sie die Kennung.",
  browser_navigation: "Diese Adresse ist für Agenten. Öffnen Sie im Browser den Eingang selbst.",
  agent_registration_off:
    "Dieser Eingang gibt keine Registrierungen weiter. Registrieren Sie sich bei OpenTrain selbst, oder bitten Sie die Person, die den Eingang betreibt, AGENT_REGISTRATION=on zu setzen.",
  too_many_at_once: "Zu viele Aufrufe laufen gleichzeitig. Warten Sie, bis einige fertig sind.",
  too_many_tokens: "Zu viele unbekannte Tokens werden gerade geprüft. Versuchen Sie es gleich noch einmal.",
  too_many_agents: "Dieser Eingang hat so viele Registrierungen weitergegeben, wie er es an einem Tag tut.",
  upstream_busy: "OpenTrain bittet um weniger Aufrufe. Versuchen Sie es später noch einmal.",
};
