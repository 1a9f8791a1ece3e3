import type { EventRecord } from "@/lib/domain/records";
import { visibleString } from "@/lib/domain/visible-text";
import type { history as english } from "../en/history";
import { type EventData, eventWith, type SayEvent, saidText, saidUrl, wordFor } from "../event-words";
import { formatDay, formatList, formatMoney } from "../format";
import type { Locale } from "../view";
import { approvals } from "./approvals";
import { grouped } from "./grouped";
import { linkProblem } from "./links";
import { plural } from "./plural";
import { recorderEvents } from "./recorder-events";

const LOCALE: Locale = "de";

/** One sentence for each kind of event. */
const kinds: Record<string, SayEvent> = {
  asked: () => "Bei OpenTrain angefragt.",
  told: (data) => `Uns gemeldet${via(data)}; noch nicht nachgewiesen.`,
  told_again: () => "Uns erneut gemeldet. Was zuerst gemeldet wurde, bleibt.",
  recorded: () => "Die Bedingungen standen in der Anfrage, die OpenTrain angenommen hat.",
  listed: (data) =>
    data.proof === "recorded"
      ? `Hier aufgeführt${via(data)}: Die Antwort von OpenTrain an den Agenten weist es nach.`
      : `Hier aufgeführt${via(data)}, nachdem unser eigener Abruf es nachgewiesen hat.`,
  enriched: (data) => `Von OpenTrain abgerufen: ${fieldsOf(data)}.`,
  read: (data) =>
    `Erneut abgerufen${wordFor(approvals.readProblems, data.problem) ? "; es war nicht zu lesen" : ""}.`,
  opened_to_confirm: () => "Zur Entscheidung auf die Seite von OpenTrain gewechselt.",
  confirmed: (data) => `Bei OpenTrain bestätigt${differencesOf(data)}.`,
  declined: () => "Bei OpenTrain abgelehnt. Es ist nichts geschehen.",
  lapsed: () => "Verfallen: Niemand hat rechtzeitig entschieden. Es ist nichts geschehen.",
  superseded: () => "Durch eine neuere Anfrage für dasselbe Angebot ersetzt.",
  replaced_closed: ({ status }) =>
    `OpenTrain hat diese ersetzte Anfrage geschlossen${saidText(status) ? `, als „${saidText(status)}“` : ""}. Es ist nichts geschehen.`,
  trace_missing: () => "Bestätigt, aber weder ihr Vertrag noch das Kontobuch zeigt es.",
  trace_found: () => "Ihr Vertrag oder das Kontobuch zeigt es jetzt.",
  replaced: () => "Ersetzt eine frühere Anfrage für dasselbe Angebot.",
  replaced_but_confirmed: () => "Die ersetzte Anfrage wurde dennoch bestätigt.",
  older_confirmed: () => "Die frühere Anfrage, die diese ersetzt hat, wurde dennoch bestätigt.",
  unreadable: (data) =>
    `War nicht zu lesen. ${wordFor(approvals.readProblems, data.problem) ?? "Die Antwort von OpenTrain war nicht zu verstehen."}`,
  readable: () => "Ist wieder zu lesen.",
  link_quarantined: (data, said) =>
    saidUrl(data, said, linkProblem) ??
    "Ihr Link wurde beiseitegelegt: Er führt nicht dorthin, wohin er sollte.",
  link_ok: () => "Ihr Link führt wieder dorthin, wohin er sollte.",
  asked_again: (data) =>
    plural(
      typeof data.count === "number" ? data.count : 1,
      "Erneut angefragt, nachdem eine frühere Anfrage abgelehnt wurde oder verfiel.",
      `Erneut angefragt, nachdem ${grouped(Number(data.count))} frühere Anfragen abgelehnt wurden oder verfielen.`,
    ),
  read_requested: () => "Um einen neuen Abruf wurde gebeten.",
  checked: () => "Geprüft.",
  ...recorderEvents,
  owner_created: () => "Hat die Leitung übernommen.",
  invitation_made: (data) => `Hat jemanden eingeladen, als ${roleOf(data)}.`,
  invitation_revoked: (data) =>
    wordFor(invitationEnds, data.why) ?? "Hat eine Einladung vor ihrer Verwendung zurückgezogen.",
  member_joined: (data) => `Ist per Einladung beigetreten, als ${roleOf(data)}.`,
  member_returned: (data) => `Ist per Einladung zurückgekommen, als ${roleOf(data)}.`,
  member_removed: (data) => `Aus dem Team entfernt${endedSessions(data)}.`,
  connected: () => "Hat ein OpenTrain-Konto verbunden.",
  reconnected: () => "Hat das Konto wieder verbunden.",
  backfill_started: () => "Hat darum gebeten, den Verlauf noch einmal zu lesen.",
  backfill_cancelled: ({ read }) => `Hat das Lesen des Verlaufs abgebrochen${requestsRead(read)}.`,
  backfill_finished: ({ read }) => `Der Verlauf wurde bis zum Anfang gelesen${requestsRead(read)}.`,
  disconnected: () => "Hat das Konto getrennt; alle Tokens wurden gelöscht.",
  token_added: () => "Hat ein Token hinzugefügt.",
  token_replaced: () => "Hat ein Token durch ein anderes desselben Kontos ersetzt.",
  token_removed: () => "Hat ein Token entfernt.",
  token_refused: ({ problem }) =>
    problem === "other_account"
      ? "Ein Token gehört inzwischen zu einem anderen Konto."
      : "Hat ein Token zurückgewiesen.",
  token_accepted: () => "Hat ein zuvor zurückgewiesenes Token wieder angenommen.",
  token_changed: () => "Berechtigungen, Ablauf oder Bezeichnung eines Tokens haben sich geändert.",
  capture_key_made: (_data, said) => `Hat einen Erfassungsschlüssel erstellt${keyName(said?.label)}.`,
  capture_key_shown: () => "Hat sich den ersten Erfassungsschlüssel zeigen lassen.",
  sandbox_token_shown: () => "Hat sich das Token des Sandbox-Agenten zeigen lassen.",
  capture_key_renamed: (_data, said) =>
    `Hat einen Erfassungsschlüssel umbenannt${keyName(said?.was)}${saidText(said?.label) ? ` in „${saidText(said?.label)}“` : ""}.`,
  capture_key_revoked: () => "Hat einen Erfassungsschlüssel widerrufen.",
  claim_dismissed: () => "Ausgeblendet: nicht mehr unter dem, was auf einen Nachweis wartet.",
  claim_restored: () => "Wieder eingeblendet unter dem, was auf einen Nachweis wartet.",
  workspace_closed: () => "Der Arbeitsbereich wurde geschlossen, und alle zogen in einen anderen um.",
  members_moved: ({ people }) =>
    plural(
      Array.isArray(people) ? people.length : 2,
      "Ein Mitglied ist aus einem anderen Arbeitsbereich hierher umgezogen.",
      "Die Mitglieder sind aus einem anderen Arbeitsbereich hierher umgezogen.",
    ),
  signed_in: () => "Hat sich angemeldet.",
  signed_out: () => "Hat sich abgemeldet.",
  session_revoked: () => "Hat ein Gerät von einem anderen aus abgemeldet.",
  sessions_revoked: (data) => `Hat sich überall sonst abgemeldet${endedSessions(data)}.`,
  preferences_changed: () => "Hat die eigene Ansicht dieses Eingangs geändert.",
  password_changed: (data) => `Hat das Passwort geändert${endedSessions(data)}.`,
};

function keyName(label: unknown): string {
  return saidText(label) ? ` „${saidText(label)}“` : "";
}

function requestsRead(read: unknown): string {
  if (typeof read !== "number") return "";
  return plural(read, "; eine Anfrage wurde abgerufen", `; ${grouped(read)} Anfragen wurden abgerufen`);
}

const invitationEnds: Readonly<Record<string, string>> = {
  workspace_closed: "Eine offene Einladung endete, als ihr Arbeitsbereich geschlossen wurde.",
  returned: "Eine offene Einladung endete: Die eingeladene Person kam mit einer anderen zurück.",
};

const roles: Readonly<Record<string, string>> = {
  owner: "Leitung",
  finance: "Finanzen",
  viewer: "Einsicht",
};

function roleOf({ role }: EventData): string {
  return wordFor(roles, role) ?? "Mitglied";
}

function endedSessions({ sessions }: EventData): string {
  if (typeof sessions !== "number" || sessions < 1) return "";
  return plural(sessions, "; eine Sitzung wurde beendet", `; ${grouped(sessions)} Sitzungen wurden beendet`);
}

const ACTORS: Record<EventRecord["actor"]["kind"], string> = {
  person: "Ein Teammitglied",
  agent: "Der Agent",
  opentrain: "OpenTrain",
  system: "Countersign",
};

export const history: typeof english = {
  event: eventWith(
    kinds,
    (kind) => `Etwas, wofür diese Version keine Worte hat: ${visibleString(kind, 60)}.`,
  ),
  actor: ({ kind, label }) => (label ? visibleString(label, 80) : ACTORS[kind]),
};

function via(data: EventData): string {
  const way = wordFor(approvals.ways, data.way);
  return way ? `, ${way}` : "";
}

const FIELDS: Record<string, string> = {
  counterparty: "die beauftragte Person",
  contract: "der Vertrag",
  contractTitle: "der Vertrag",
  milestone: "der Meilenstein",
  milestoneName: "der Meilenstein",
  proposal: "das Angebot",
  jobTitle: "der Job",
  job: "der Job",
  money: "der Betrag",
  amount: "der Betrag",
};

function fieldsOf(data: EventData): string {
  const named = Array.isArray(data.fields)
    ? data.fields.flatMap((field) => wordFor(FIELDS, field) ?? [])
    : [];
  const names = [...new Set(named)];
  const amount = typeof data.amountCents === "number" ? ` (${formatMoney(data.amountCents, LOCALE)})` : "";
  return names.length > 0 ? `${formatList(names, LOCALE)}${amount}` : `was dazugehört${amount}`;
}

function differencesOf(data: EventData): string {
  const list = Array.isArray(data.differences) ? data.differences : [];
  const changes = list.flatMap((entry: unknown) => {
    if (typeof entry !== "object" || entry === null || !("field" in entry)) return [];
    const { field, asked, confirmed } = entry as Record<string, unknown>;
    const name = wordFor(approvals.terms, field);
    return name === undefined ? [] : `${name}: ${termOf(field, confirmed)} statt ${termOf(field, asked)}`;
  });
  return changes.length === 0 ? "" : `, zu anderen Bedingungen als angefragt: ${formatList(changes, LOCALE)}`;
}

function termOf(field: unknown, value: unknown): string {
  const said = saidText(value);
  if (said === null) return approvals.termNotGiven;
  if (field === "amountCents" && /^\d+\.\d\d$/.test(said))
    return formatMoney(Math.round(Number(said) * 100), LOCALE);
  return field === "dueDate" ? formatDay(said, LOCALE) : `„${said}“`;
}
