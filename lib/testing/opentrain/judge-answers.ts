import {
  at,
  cents,
  clean,
  cursor,
  dollars,
  exact,
  exactly,
  fields,
  flag,
  foreign,
  id,
  instant,
  type Judge,
  label,
  listed,
  nothing,
  rate,
  saidCursor,
  saidText,
  signedCents,
  text,
  usableId,
  wholeNumber,
  word,
  words,
} from "@/lib/testing/opentrain/judge";
import { type Json, Numeral } from "@/lib/testing/opentrain/strict-json";

// Each of OpenTrain's answers, written down once more from the documents: what of it must come out, and when
// nothing may.

type Said = Json | undefined;
type Verdict = Judge | typeof nothing;

const object = (value: Said): value is Map<string, Json> => value instanceof Map;

export function approval(answer: Said): Verdict {
  const said = at(answer, "approval");
  if (usableId(at(said, "id")) === null) return nothing;
  const of = (name: string) => at(said, name);
  return fields({
    id: id(of("id")),
    type: word(of("type")),
    status: word(of("status")),
    contractId: id(of("contractId")),
    milestoneId: id(of("milestoneId")),
    jobId: id(of("jobId")),
    proposalId: id(of("proposalId")),
    approvalUrl: text(of("approvalUrl")),
    expiresAt: instant(of("expiresAt")),
    resolvedAt: instant(of("resolvedAt")),
    createdAt: instant(of("createdAt")),
    result: foreign(of("result")),
  });
}

const phases: Record<string, string> = {
  NOT_FUNDED: "not_funded",
  ACTIVE_FUNDED: "funded",
  PAID: "released",
  COMPLETED: "released",
  RELEASED: "released",
};

function milestone(contractId: string, said: Json): Verdict {
  if (usableId(at(said, "id")) === null) return nothing;
  const of = (name: string) => at(said, name);
  const status = saidText(of("status")) ?? "";
  const word = status
    .trim()
    .toUpperCase()
    .split(/[\s-]+/)
    .join("_");
  const known = new Map(Object.entries(phases)).get(word) ?? "other";
  const isHandedIn = known === "funded" && (of("pendingApproval") === true || of("needsReview") === true);
  const amount = dollars(of("amountUsd"));
  return fields({
    id: id(of("id")),
    contractId: exact(contractId),
    number: wholeNumber(of("milestoneNumber"), 2n ** 31n),
    name: text(of("name")),
    description: text(of("description")),
    status: exact(status),
    phase: exact(isHandedIn ? "submitted" : known),
    amountCents: amount.cents,
    amountUnreadable: amount.unreadable,
    dueDate: text(of("dueDate")),
  });
}

function freelancer(said: Said): Judge {
  if (usableId(at(said, "userId")) === null) return exact(null);
  return fields({
    userId: id(at(said, "userId")),
    displayName: exact(saidText(at(said, "displayName")) ?? ""),
    country: text(at(said, "country")),
  });
}

function budget(said: Said): Judge {
  if (!object(said)) return exact(null);
  const funded = dollars(said.get("fundedAmountUsd"));
  return fields({
    state: text(said.get("state")),
    paymentType: text(said.get("paymentType")),
    fundedVolume: rate(said.get("fundedVolume")),
    fundedAmountCents: funded.cents,
    fundedAmountUnreadable: funded.unreadable,
    consumedVolume: rate(said.get("consumedVolume")),
    remainingVolume: rate(said.get("remainingVolume")),
    consumedFraction: rate(said.get("consumedFraction")),
    activeMilestoneId: id(at(said, "activeMilestone", "id")),
    lastUsageAt: instant(said.get("lastUsageAt")),
  });
}

function oneContract(said: Said): Verdict {
  const contractId = usableId(at(said, "id"));
  if (contractId === null) return nothing;
  const of = (name: string) => at(said, name);
  const milestones = listed(of("milestones"), (item) => milestone(contractId, item));
  return fields({
    id: id(of("id")),
    title: text(of("title")),
    status: exact(saidText(of("status")) ?? ""),
    jobId: id(of("jobId")),
    proposalId: id(of("proposalId")),
    paymentType: text(of("paymentType")),
    rate: rate(of("rateUsd")),
    createdAt: instant(of("createdAt")),
    endedAt: instant(of("endDate")),
    freelancer: freelancer(of("freelancer")),
    milestones: milestones?.items ?? exact(null),
    milestonesSetAside: milestones?.setAside ?? exact(0),
    budget: budget(of("budget")),
  });
}
export const contract = (answer: Said) => oneContract(at(answer, "contract"));

/** A list under its own name, with what belongs beside it. */
function listAnswer(said: Said, name: string, element: (item: Json) => Verdict, beside = {}): Verdict {
  const list = listed(said, element);
  return list ? fields({ [name]: list.items, setAside: list.setAside, ...beside }) : nothing;
}

export const contracts = (answer: Said) => listAnswer(at(answer, "contracts"), "contracts", oneContract);

export function credits(answer: Said): Verdict {
  const said = at(answer, "credits");
  const currency = saidText(at(said, "currency"));
  const [available, reserved] = [at(said, "availableCents"), at(said, "reservedCents")];
  const isAmount = (value: Said) => {
    const whole = value instanceof Numeral ? exactly(value.text, 0) : null;
    return whole !== null && whole >= 0n && whole <= 1_000_000_000_000n;
  };
  if (!isAmount(available) || !isAmount(reserved) || (currency !== null && currency !== "usd"))
    return nothing;
  return fields({ availableCents: cents(available).cents, reservedCents: cents(reserved).cents });
}

function ledgerEntry(said: Json): Verdict {
  if (usableId(at(said, "id")) === null) return nothing;
  const of = (name: string) => at(said, name);
  const amount = signedCents(of("amountCents"));
  return fields({
    id: id(of("id")),
    type: text(of("type")),
    amountCents: amount.cents,
    amountUnreadable: amount.unreadable,
    createdAt: instant(of("createdAt")),
    holdEntryId: id(of("holdEntryId")),
    proposalId: id(of("jobofferId")),
    contractId: id(of("contractId")),
    milestoneId: id(of("milestoneId")),
    topUpId: id(of("topUpId")),
    note: text(of("note")),
  });
}
export const ledger = (answer: Said) =>
  listAnswer(at(answer, "entries"), "entries", ledgerEntry, { nextCursor: text(at(answer, "nextCursor")) });

export function topUp(answer: Said): Verdict {
  const said = at(answer, "topUp");
  if (usableId(at(said, "id")) === null) return nothing;
  const amount = cents(at(said, "amountCents"));
  return fields({
    id: id(at(said, "id")),
    status: text(at(said, "status")),
    amountCents: amount.cents,
    amountUnreadable: amount.unreadable,
    createdAt: instant(at(said, "createdAt")),
    completedAt: instant(at(said, "completedAt")),
    expiresAt: instant(at(said, "expiresAt")),
  });
}

function payment(said: Json): Verdict {
  if (usableId(at(said, "id")) === null) return nothing;
  const of = (...names: string[]) => at(said, ...names);
  const amount = dollars(of("amountUsd"));
  return fields({
    id: id(of("id")),
    status: text(of("status")),
    invoiceKind: text(of("invoiceKind")),
    viewerRole: text(of("viewerRole")),
    amountCents: amount.cents,
    amountUnreadable: amount.unreadable,
    createdAt: instant(of("createdAt")),
    invoiceNumber: wholeNumber(of("invoiceNumber"), 2n ** 53n),
    jobId: id(of("job", "id")),
    jobTitle: text(of("job", "title")),
    milestoneId: id(of("milestone", "id")),
    milestoneName: text(of("milestone", "name")),
  });
}
export const payments = (answer: Said) => listAnswer(at(answer, "payments"), "payments", payment);

function oneProposal(said: Said): Verdict {
  if (usableId(at(said, "id")) === null) return nothing;
  const of = (...names: string[]) => at(said, ...names);
  const bid = of("bid");
  return fields({
    id: id(of("id")),
    jobId: id(of("jobId")),
    jobTitle: text(of("jobTitle")),
    status: text(of("status", "raw")),
    candidateId: id(of("candidate", "id")),
    candidateName: text(of("candidate", "displayName")),
    bid: object(bid)
      ? fields({ rate: rate(bid.get("amountUsd")), unit: text(bid.get("unit")) })
      : exact(null),
    createdAt: instant(of("createdAt")),
  });
}
export const proposal = (answer: Said) => oneProposal(at(answer, "proposal"));
export const proposals = (answer: Said) =>
  listAnswer(at(answer, "proposals"), "proposals", oneProposal, {
    nextCursor: text(at(answer, "nextCursor")),
  });

function job(said: Json): Verdict {
  const title = at(said, "title");
  if (usableId(at(said, "id")) === null || typeof title !== "string" || title === "") return nothing;
  return fields({ id: id(at(said, "id")), title: text(title), status: text(at(said, "status")) });
}
export const jobs = (answer: Said) =>
  listAnswer(at(answer, "jobs"), "jobs", job, { nextCursor: text(at(answer, "nextCursor")) });

function event(said: Json): Verdict {
  const [eventId, type] = [saidCursor(at(said, "id")), saidText(at(said, "type"))];
  if (eventId === null || type === null) return nothing;
  const data = (name: string) => usableId(at(said, "data", name));
  const standIn = type === "approval.confirmed" ? usableId(at(said, "resourceId")) : null;
  return fields({
    id: exact(eventId),
    type: exact(type),
    createdAt: instant(at(said, "createdAt")),
    approvalId: exact(data("approvalId") ?? standIn),
    contractId: exact(data("contractId")),
    milestoneId: exact(data("milestoneId")),
    proposalId: exact(data("proposalId")),
    jobId: exact(data("jobId") ?? usableId(at(said, "jobId"))),
    status: word(at(said, "data", "status")),
  });
}
export const updates = (answer: Said) =>
  listAnswer(at(answer, "events"), "events", event, {
    nextCursor: cursor(at(answer, "nextCursor")),
    hasMore: exact(at(answer, "hasMore") === true),
  });

export function me(answer: Said): Verdict {
  const [actor, token, account] = [at(answer, "actor"), at(answer, "token"), at(answer, "account")];
  const scopes = at(token, "scopes");
  if (!object(token) || !object(account) || !Array.isArray(scopes)) return nothing;
  const parts = [saidText(at(actor, "firstName")), saidText(at(actor, "lastName"))].filter(Boolean);
  const name = saidText(at(actor, "fullName")) ?? parts.join(" ");
  return fields({
    accountKey: exact(usableId(account.get("organizationId")) ?? usableId(account.get("ownerUserId"))),
    accountKind: text(account.get("kind")),
    memberRole: text(account.get("memberRole")),
    name: exact(name === "" ? null : name),
    tokenId: id(token.get("id")),
    tokenLabel: label(token.get("label")),
    scopes: words(scopes),
    tokenExpiresAt: instant(token.get("expiresAt")),
  });
}

function token(said: Json): Verdict {
  if (usableId(at(said, "id")) === null) return nothing;
  const of = (name: string) => at(said, name);
  return fields({
    id: id(of("id")),
    name: text(of("name")),
    scopes: words(of("scopes")),
    status: text(of("status")),
    organizationId: id(of("organizationId")),
    createdAt: instant(of("createdAt")),
    lastUsedAt: instant(of("lastUsedAt")),
    expiresAt: instant(of("expiresAt")),
    revokedAt: instant(of("revokedAt")),
  });
}
export const tokens = (answer: Said) => listAnswer(at(answer, "tokens"), "tokens", token);

export function capabilities(answer: Said): Verdict {
  const said = at(answer, "capabilities");
  if (!object(said)) return nothing;
  const expected = new Map(
    [...said].flatMap(([name, value]) => (typeof value === "boolean" ? [[clean(name), value]] : [])),
  );
  return fields({
    rolloutMode: text(at(answer, "rolloutMode")),
    enabled: flag(at(answer, "enabled")),
    can: (out) =>
      out instanceof Map &&
      out.size === expected.size &&
      [...expected].every(([name, value]) => out.get(name) === value),
  });
}

function oneWebhook(said: Said): Verdict {
  if (usableId(at(said, "id")) === null) return nothing;
  const of = (name: string) => at(said, name);
  return fields({
    id: id(of("id")),
    url: text(of("url")),
    eventTypes: words(of("eventTypes")),
    status: text(of("status")),
    createdAt: instant(of("createdAt")),
    disabledAt: instant(of("disabledAt")),
    disabledReason: text(of("disabledReason")),
  });
}
export const webhook = (answer: Said) => oneWebhook(at(answer, "webhook"));
export const webhooks = (answer: Said) => listAnswer(at(answer, "webhooks"), "webhooks", oneWebhook);

const longestWaitMs = 3_600_000;

function waitOf(said: Said): Judge {
  const ms = said instanceof Numeral ? Number(said.text) * 1000 : null;
  if (ms === null) return exact(null);
  const bounded = Math.min(longestWaitMs, Math.max(0, ms));
  return (out) => typeof out === "number" && Number.isInteger(out) && Math.abs(out - bounded) <= 1;
}

/** A refusal with this status and body, in OpenTrain's envelope or not. */
export function failure(status: number, envelope: Said): Judge {
  const [code, error] = [saidText(at(envelope, "code")), saidText(at(envelope, "error"))];
  const details = at(envelope, "details");
  const short = (said: Said): Judge => exact(saidText(said)?.slice(0, 200) || null);
  const requestId = short(at(envelope, "requestId"));
  if (status === 429 || status >= 500) {
    return fields({
      kind: exact("unreachable"),
      why: exact(status === 429 ? "rate_limited" : "server_error"),
      status: exact(status),
      retryAfterMs: waitOf(at(details, "retryAfterSeconds")),
      requestId,
    });
  }
  if (!code || error === null) {
    return fields({ kind: exact("garbled"), why: exact("not_json"), status: exact(status), requestId });
  }
  const scopes = at(details, "requiredScopes");
  const required = Array.isArray(scopes)
    ? scopes.flatMap((scope) => (typeof scope === "string" && scope.length <= 100 ? [clean(scope)] : []))
    : [];
  const isFeature = saidText(at(details, "featureKey")) !== null;
  const forbidden = required.length > 0 ? "scope" : isFeature ? "feature_off" : "forbidden";
  const why = new Map([
    [401, "unauthorized"],
    [403, forbidden],
    [404, "not_found"],
  ]);
  return fields({
    kind: exact("refused"),
    why: exact(why.get(status) ?? "rejected"),
    status: exact(status),
    code: short(code),
    reason: short(at(details, "reason")),
    requiredScopes: (out) => JSON.stringify(out) === JSON.stringify(required),
    requestId,
  });
}
