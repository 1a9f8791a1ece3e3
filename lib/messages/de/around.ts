import type { ReadProblemCode } from "@/lib/domain/records";
import type { around as english, traceMissing as englishTrace } from "../en/around";

type What = Parameters<typeof english.unknown>[0];

const names: Record<What, string> = {
  contract: "Der Vertrag",
  milestone: "Der Meilenstein",
  budget: "Das Budget des Vertrags",
  proposal: "Das Angebot",
  job: "Der Titel des Jobs",
  credits: "Das Guthaben",
  ledger: "Das Kontobuch",
};

const scopes: Record<What, string> = {
  contract: "payments:read",
  milestone: "payments:read",
  budget: "payments:read",
  proposal: "proposals:read",
  job: "jobs:read",
  credits: "payments:read",
  ledger: "payments:read",
};

const whys: Record<ReadProblemCode, (what: What) => string> = {
  not_visible: () => "OpenTrain sagt, es gebe das nicht, oder verbirgt es vor den Tokens hier",
  scope: (what) => `kein Token hier darf das lesen; eines braucht ${scopes[what]}`,
  garbled: () => "die Antwort von OpenTrain war nicht zu verstehen",
  unknown_status: () => "die Antwort von OpenTrain war nicht zu verstehen",
  unreachable: () => "OpenTrain war beim letzten Versuch nicht zu erreichen",
};

export const around: typeof english = {
  unknown: (what, code) => `${names[what]} ist unbekannt: ${whys[code](what)}.`,
};

export const traceMissing: typeof englishTrace = {
  title: "Bestätigt, doch nirgends zu sehen",
  text: "OpenTrain sagt, dies sei bestätigt worden, aber weder der Vertrag noch das Kontobuch zeigt es. Sehen Sie bei OpenTrain nach, bevor Sie sich darauf verlassen; wir sehen weiter nach.",
};
