import type { connectionNotices as english } from "../en/connection-notices";
import { grouped } from "./grouped";
import { plural } from "./plural";

export const connectionNotices: typeof english = {
  name: "Verbindung",
  disconnected:
    "Von OpenTrain getrennt {since}. Nichts Neues wird abgerufen; was zuvor abgerufen wurde, bleibt mit seinem Alter erhalten.",
  no_token: "Hier ist kein Token gespeichert, daher wird nichts Neues abgerufen.",
  token_expired: {
    only: "Das Token „{label}“ ist abgelaufen: {since}. Nichts Neues wird abgerufen, bis es ersetzt ist.",
    other:
      "Das Token „{label}“ ist abgelaufen: {since}. Was nur dieses sehen konnte, wird nicht mehr abgerufen.",
  },
  token_refused: {
    only: "OpenTrain weist das Token „{label}“ zurück, seit: {since}. Nichts Neues wird abgerufen, bis es ersetzt ist.",
    other:
      "OpenTrain weist das Token „{label}“ zurück, seit: {since}. Was nur dieses sehen konnte, wird nicht mehr abgerufen.",
  },
  token_expires:
    "Das Token „{label}“ läuft ab: {at}. Ersetzen Sie es vorher, sonst wird damit nichts Neues mehr abgerufen.",
  scope_missing: {
    "payments:read": "Kein Token hier darf Anfragen lesen: payments:read fehlt. Nichts Neues wird abgerufen.",
    "proposals:read": "Ohne proposals:read sagt eine Anfrage zur Beauftragung nicht, um wen es geht.",
    "jobs:read": "Ohne jobs:read sagt eine Anfrage nicht, zu welchem Job sie gehört.",
  },
  scopeUnknown: "Eine Berechtigung fehlt.",
  steps: {
    disconnected: "Wieder verbinden",
    no_token: "Token hinzufügen",
    token: "Token ersetzen",
    scope: "Token hinzufügen, das sie hat",
  },
  askOwner: "Die Leitung kann das beheben.",
  more: (count) => plural(count, "Ein weiterer Hinweis", `${grouped(count)} weitere Hinweise`),
  tokenUnnamed: "API-Token",
  earlier: "vor einiger Zeit",
};
