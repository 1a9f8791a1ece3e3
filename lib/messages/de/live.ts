import type { live as english } from "../en/live";

export const live: typeof english = {
  ok: "Live, geprüft {ago}",
  okNever: "Live",
  polling: "Nicht live, geprüft {ago}",
  pollingNever: "Nicht live",
  asking: "fragt alle paar Sekunden nach",
  first: "OpenTrain wird zum ersten Mal abgerufen",
  behind: "Holt auf, geprüft {ago}",
  refused: "OpenTrain weist unser Token zurück",
  unreachable: "OpenTrain antwortet nicht",
  off: "OpenTrain wird nicht verfolgt",
  offline: "Dieser Eingang antwortet nicht",
  shown: "gezeigt wie {ago}",
  noNetwork: "Offline. Stand {ago}",
  noNetworkNever: "Offline",
  since: "zuletzt abgerufen {ago}",
  never: "noch nichts abgerufen",
  reconnecting: "neuer Versuch läuft",
};
