import type { SyncState } from "@/lib/domain/records";
import type { connection as english } from "../en/connection";

const writes = "Nichts: Dieser Eingang fragt bei OpenTrain nichts an und bewegt kein Geld.";
const unmissed = "Es fehlt nichts.";

const syncStates: Record<SyncState, string> = {
  ok: "OpenTrain wird verfolgt.",
  behind: "Im Rückstand: OpenTrain wird verfolgt, aber noch nicht bis zur Gegenwart.",
  refused: "OpenTrain hat das Token zurückgewiesen. Gezeigt wird der Stand des letzten Abrufs.",
  unreachable: "OpenTrain ist nicht zu erreichen. Gezeigt wird der Stand des letzten Abrufs.",
  off: "OpenTrain wird nicht verfolgt.",
};

/** Connected, and not read since. They say it all. */
const firstReads: Record<string, string> = {
  first_read: "OpenTrain wird zum ersten Mal seit dem Verbinden abgerufen.",
  first_read_late:
    "Seit dem Verbinden wurde noch nichts abgerufen: Niemand verfolgt OpenTrain. Läuft der Worker?",
};

/** By the codes of the client's failures. */
const syncProblems: Record<string, string> = {
  timeout: "OpenTrain hat nicht rechtzeitig geantwortet.",
  network: "Es kam keine Verbindung zu OpenTrain zustande.",
  server_error: "OpenTrain hat mit einem eigenen Fehler geantwortet.",
  rate_limited: "OpenTrain hat um weniger Abrufe gebeten; der nächste wartet.",
  other_account: "Kein Token hier gehört mehr zu diesem Konto: Verbinden Sie ein anderes.",
  unauthorized: "OpenTrain nimmt das Token nicht mehr an: Verbinden Sie ein neues.",
  scope: "Dem Token fehlt eine Berechtigung, die hierfür nötig ist.",
  feature_off: "Dieser Teil von OpenTrain ist für das Konto ausgeschaltet.",
  forbidden: "OpenTrain hat diesen Abruf verweigert.",
  not_found: "OpenTrain sagt, es gebe das nicht, oder verbirgt es vor diesem Token.",
  rejected: "OpenTrain hat die Anfrage so, wie sie gesendet wurde, nicht angenommen.",
  redirect: "Die Adresse hat mit einer Weiterleitung geantwortet; ihr wird nicht gefolgt.",
  not_json: "Die Adresse hat nicht so geantwortet, wie OpenTrain es tut.",
  too_large: "Die Antwort war größer, als eine von OpenTrain sein sollte.",
  bad_json: "Die Antwort brach ab oder war kein gültiges JSON.",
  shape: "Die Antwort hatte eine andere Form, als OpenTrain dokumentiert.",
};

export const connection: typeof english = {
  states: {
    none: "Es ist nichts verbunden.",
    sandbox: "Sandbox: ein simuliertes Konto. Nichts hier ist echtes Geld.",
    real: "Mit OpenTrain verbunden.",
    disconnected: "Getrennt. Was zuvor abgerufen wurde, bleibt mit seinem Alter erhalten.",
  },

  scopes: {
    "payments:read": {
      gives: "Anfragen, Verträge, Meilensteine, Guthaben und den Feed der erledigten Anfragen.",
      without: "Nichts kann abgerufen werden: Keine Anfrage lässt sich nachweisen oder verfolgen.",
      need: "required",
    },
    "proposals:read": {
      gives: "Den Namen der Person, um deren Beauftragung es geht.",
      without: "Eine Anfrage zur Beauftragung sagt nicht, um wen es geht.",
      need: "recommended",
    },
    "jobs:read": {
      gives: "Die Titel der Jobs.",
      without: "Eine Anfrage sagt nicht, zu welchem Job sie gehört, sofern ihr Angebot es nicht tut.",
      need: "recommended",
    },
    "webhooks:manage": {
      gives: "OpenTrain kann diesem Eingang sofort sagen, dass etwas erledigt wurde.",
      without: "Was erledigt wurde, erscheint beim nächsten Blick in den Feed, einige Sekunden später.",
      need: "optional",
    },
    "messages:read": { gives: "Nichts, was hier gebraucht wird.", without: unmissed, need: "unneeded" },
    "team:read": {
      gives: "Den Namen Ihrer Organisation.",
      without: "Der Arbeitsbereich heißt nach der Person, der das Konto gehört.",
      need: "optional",
    },
    "payments:write": { gives: writes, without: unmissed, need: "unneeded" },
    "proposals:write": { gives: writes, without: unmissed, need: "unneeded" },
    "jobs:write": { gives: writes, without: unmissed, need: "unneeded" },
    "messages:write": { gives: writes, without: unmissed, need: "unneeded" },
    "team:write": { gives: writes, without: unmissed, need: "unneeded" },
  },
  scopeNeeds: {
    required: "erforderlich",
    recommended: "empfohlen",
    optional: "freiwillig",
    unneeded: "nicht nötig",
  },
  unknownScope: "Eine Berechtigung, die diese Version nicht kennt.",
  canWrite:
    "Dieses Token kann auch schreiben. Der Eingang liest nur; ein Token ohne Schreibrechte ist hier besser aufgehoben.",

  tokenStandings: {
    active: "In Gebrauch",
    expires_soon: "In Gebrauch",
    expired: "Abgelaufen",
    refused: "Von OpenTrain zurückgewiesen",
  },

  syncStates,
  syncProblems,

  syncMessages({ state, problem }) {
    if (state === "ok") return null;
    if (problem !== null && Object.hasOwn(firstReads, problem)) return firstReads[problem] ?? null;
    const cause =
      problem !== null && Object.hasOwn(syncProblems, problem) ? syncProblems[problem] : undefined;
    return cause === undefined ? syncStates[state] : `${syncStates[state]} ${cause}`;
  },

  roles: { owner: "Leitung", finance: "Finanzen", viewer: "Einsicht" },
};
