import type { EventRecord } from "@/lib/domain/records";
import { visibleString } from "@/lib/domain/visible-text";
import { type EventData, eventWith, type SayEvent, saidText, saidUrl, wordFor } from "../event-words";
import { formatDay, formatList, formatMoney } from "../format";
import { formatCount } from "../format-count";
import type { Locale } from "../view";
import { approvals } from "./approvals";
import { linkProblem } from "./links";
import { recorderEvents } from "./recorder-events";

const LOCALE: Locale = "en";

/** One sentence for each kind of event. */
const kinds: Record<string, SayEvent> = {
  asked: () => "Asked on OpenTrain.",
  told: (data) => `Told to us${via(data)}; not proven yet.`,
  told_again: () => "Told to us again. What was told first stays.",
  recorded: () => "The terms were seen in the request OpenTrain accepted.",
  listed: (data) =>
    data.proof === "recorded"
      ? `Listed here${via(data)}: OpenTrain’s answer to the agent proves it.`
      : `Listed here${via(data)}, after our own read proved it.`,
  enriched: (data) => `Read from OpenTrain: ${fieldsOf(data)}.`,
  read: (data) =>
    `Read again${wordFor(approvals.readProblems, data.problem) ? "; it could not be read" : ""}.`,
  opened_to_confirm: () => "Left for OpenTrain’s page to decide.",
  confirmed: (data) => `Confirmed on OpenTrain${differencesOf(data)}.`,
  declined: () => "Declined on OpenTrain. Nothing happened.",
  lapsed: () => "Lapsed: nobody decided in time. Nothing happened.",
  superseded: () => "Replaced by a newer request for the same proposal.",
  replaced_closed: ({ status }) =>
    `OpenTrain closed this replaced request${saidText(status) ? ` as “${saidText(status)}”` : ""}. Nothing happened.`,
  trace_missing: () => "Confirmed, but neither its contract nor the ledger shows it.",
  trace_found: () => "Its contract or the ledger shows it now.",
  replaced: () => "Replaces an earlier request for the same proposal.",
  replaced_but_confirmed: () => "The replaced request was confirmed all the same.",
  older_confirmed: () => "The earlier request that this one replaced was confirmed all the same.",
  unreadable: (data) =>
    `Could not be read. ${wordFor(approvals.readProblems, data.problem) ?? "OpenTrain’s answer was not understood."}`,
  readable: () => "Can be read again.",
  link_quarantined: (data, said) =>
    saidUrl(data, said, linkProblem) ?? "Its link was set aside: it does not lead where it should.",
  link_ok: () => "Its link leads where it should again.",
  asked_again: (data) =>
    data.count === 1 || typeof data.count !== "number"
      ? "Asked again, after an earlier request was declined or lapsed."
      : `Asked again, after ${formatCount(data.count, LOCALE)} earlier requests were declined or lapsed.`,
  read_requested: () => "A fresh read was asked for.",
  checked: () => "Checked.",
  ...recorderEvents,
  owner_created: () => "Became the owner.",
  invitation_made: (data) => `Invited somebody as ${roleOf(data)}.`,
  invitation_revoked: (data) =>
    wordFor(invitationEnds, data.why) ?? "Withdrew an invitation before it was used.",
  member_joined: (data) => `Joined by invitation, as ${roleOf(data)}.`,
  member_returned: (data) => `Came back by invitation, as ${roleOf(data)}.`,
  member_removed: (data) => `Removed from the team${endedSessions(data)}.`,
  connected: () => "Connected an OpenTrain account.",
  reconnected: () => "Connected the account again.",
  backfill_started: () => "Asked for the history to be read once more.",
  backfill_cancelled: ({ read }) => `Cancelled reading the history${requestsRead(read)}.`,
  backfill_finished: ({ read }) => `The history was read to its beginning${requestsRead(read)}.`,
  disconnected: () => "Disconnected the account; every token was erased.",
  token_added: () => "Added a token.",
  token_replaced: () => "Replaced a token by another of the same account.",
  token_removed: () => "Removed a token.",
  token_refused: ({ problem }) =>
    problem === "other_account" ? "A token is of another account by now." : "Refused a token.",
  token_accepted: () => "Took a token again that was refused before.",
  token_changed: () => "A token’s scopes, end or label changed.",
  capture_key_made: (_data, said) => `Made a capture key${keyName(said?.label)}.`,
  capture_key_shown: () => "Had the first capture key shown.",
  sandbox_token_shown: () => "Had the token of the sandbox’s agent shown.",
  capture_key_renamed: (_data, said) =>
    `Renamed a capture key${keyName(said?.was)}${saidText(said?.label) ? ` to “${saidText(said?.label)}”` : ""}.`,
  capture_key_revoked: () => "Revoked a capture key.",
  claim_dismissed: () => "Set aside: not shown among what waits for proof.",
  claim_restored: () => "Shown again among what waits for proof.",
  workspace_closed: () => "The workspace was closed, and everybody moved to another.",
  members_moved: ({ people }) =>
    Array.isArray(people) && people.length === 1
      ? "One member moved here from another workspace."
      : "The members moved here from another workspace.",
  signed_in: () => "Signed in.",
  signed_out: () => "Signed out.",
  session_revoked: () => "Signed one device out from another.",
  sessions_revoked: (data) => `Signed out everywhere else${endedSessions(data)}.`,
  preferences_changed: () => "Changed how they see this inbox.",
  password_changed: (data) => `Changed the password${endedSessions(data)}.`,
};

function keyName(label: unknown): string {
  return saidText(label) ? ` “${saidText(label)}”` : "";
}

function requestsRead(read: unknown): string {
  if (typeof read !== "number") return "";
  return read === 1 ? "; one request was read" : `; ${formatCount(read, LOCALE)} requests were read`;
}

const invitationEnds: Readonly<Record<string, string>> = {
  workspace_closed: "An open invitation ended when its workspace was closed.",
  returned: "An open invitation ended: whoever it was for came back by another one.",
};

const roles: Readonly<Record<string, string>> = {
  owner: "the owner",
  finance: "finance",
  viewer: "a viewer",
};

function roleOf({ role }: EventData): string {
  return wordFor(roles, role) ?? "a member";
}

function endedSessions({ sessions }: EventData): string {
  if (typeof sessions !== "number" || sessions < 1) return "";
  return sessions === 1 ? "; one session was ended" : `; ${sessions} sessions were ended`;
}

export const history = {
  event: eventWith(kinds, (kind) => `Something this version has no words for: ${visibleString(kind, 60)}.`),
  actor: actorName,
};

function actorName({ kind, label }: EventRecord["actor"]): string {
  if (label) return visibleString(label, 80);
  return { person: "A team member", agent: "The agent", opentrain: "OpenTrain", system: "Countersign" }[kind];
}

function via(data: EventData): string {
  const way = wordFor(approvals.ways, data.way);
  return way ? `, ${way}` : "";
}

const FIELDS: Record<string, string> = {
  counterparty: "the freelancer",
  contract: "the contract",
  contractTitle: "the contract",
  milestone: "the milestone",
  milestoneName: "the milestone",
  proposal: "the proposal",
  jobTitle: "the job",
  job: "the job",
  money: "the amount",
  amount: "the amount",
};

function fieldsOf(data: EventData): string {
  const named = Array.isArray(data.fields)
    ? data.fields.flatMap((field) => wordFor(FIELDS, field) ?? [])
    : [];
  const names = [...new Set(named)];
  const amount = typeof data.amountCents === "number" ? ` (${formatMoney(data.amountCents, LOCALE)})` : "";
  return names.length > 0 ? `${formatList(names, LOCALE)}${amount}` : `what belongs to it${amount}`;
}

/** `data.differences`: `[{field, asked, confirmed}]` as `termsDifferences` gives them. */
function differencesOf(data: EventData): string {
  const list = Array.isArray(data.differences) ? data.differences : [];
  const changes = list.flatMap((entry: unknown) => {
    if (typeof entry !== "object" || entry === null || !("field" in entry)) return [];
    const { field, asked, confirmed } = entry as Record<string, unknown>;
    const name = wordFor(approvals.terms, field);
    if (name === undefined) return [];
    return `${name.toLowerCase()} ${termOf(field, confirmed)} instead of ${termOf(field, asked)}`;
  });
  return changes.length === 0 ? "" : `, with other terms than asked: ${formatList(changes, LOCALE)}`;
}

function termOf(field: unknown, value: unknown): string {
  const said = saidText(value);
  if (said === null) return approvals.termNotGiven;
  if (field === "amountCents" && /^\d+\.\d\d$/.test(said))
    return formatMoney(Math.round(Number(said) * 100), LOCALE);
  return field === "dueDate" ? formatDay(said, LOCALE) : `“${said}”`;
}
