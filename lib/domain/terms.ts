import { centsFromDollars, dollarsFromCents } from "./cents";
import type { ApprovalRecord, MilestoneRecord, Source, Terms } from "./records";
import { storableText } from "./storable";

export const TERM_FIELDS = [
  "name",
  "description",
  "amountCents",
  "dueDate",
] as const satisfies readonly (keyof Terms)[];

export type ReadTerms = { terms: Terms | null; amountUnreadable: string | null };

/** The terms in the body of a hire request, as it was sent or as we were told. */
export function termsOfRequest(body: unknown): ReadTerms {
  const milestone = isObject(body) ? body.milestone : null;
  if (!isObject(milestone)) return { terms: null, amountUnreadable: null };
  const amount = centsFromDollars(milestone.amount);
  const terms: Terms = {
    name: textOf(milestone.name),
    description: textOf(milestone.description),
    amountCents: amount.cents,
    dueDate: textOf(milestone.dueDate),
  };
  const isEmpty = TERM_FIELDS.every((field) => terms[field] === null) && amount.unreadable === null;
  return { terms: isEmpty ? null : terms, amountUnreadable: amount.unreadable };
}

/** The terms a confirmed request ended with. */
export function termsOfMilestone(milestone: {
  name: string | null;
  description: string | null;
  amountCents: number | null;
  dueDate: string | null;
}): Terms {
  const { name, description, amountCents, dueDate } = milestone;
  return { name, description, amountCents, dueDate };
}

/**
 * The milestone a confirmed hire made: number 1, or the only one when it has no number. Another number is
 * another milestone: OpenTrain leaves refunded and cancelled ones out.
 */
export function firstMilestone<T extends Pick<MilestoneRecord, "number">>(
  milestones: readonly T[],
): T | null {
  const [only] = milestones;
  return (
    milestones.find(({ number }) => number === 1) ??
    (milestones.length === 1 && only?.number === null ? only : null)
  );
}

export type TermsConflict = { field: keyof Terms; recorded: string | null; told: string | null };
export type TermsDifference = { field: keyof Terms; asked: string | null; confirmed: string | null };

/** Where what we were told contradicts what OpenTrain accepted; silence contradicts nothing. */
export function termsConflicts(recorded: Terms | null, told: Terms | null): TermsConflict[] {
  if (recorded === null || told === null) return [];
  return TERM_FIELDS.flatMap((field) => {
    const pair = { recorded: termText(recorded, field), told: termText(told, field) };
    return pair.told !== null && differs(field, pair.recorded, pair.told) ? [{ field, ...pair }] : [];
  });
}

/** Every term that was confirmed otherwise than asked, what one side left out included. */
export function termsDifferences(asked: Terms | null, confirmed: Terms | null): TermsDifference[] {
  if (asked === null || confirmed === null) return [];
  return TERM_FIELDS.flatMap((field) => {
    const pair = { asked: termText(asked, field), confirmed: termText(confirmed, field) };
    return differs(field, pair.asked, pair.confirmed) ? [{ field, ...pair }] : [];
  });
}

export function askedTerms(record: { recordedTerms: Terms | null; toldTerms: Terms | null }): Terms | null {
  return record.recordedTerms ?? record.toldTerms;
}

/** The milestone's name, else the job's title, and whose word it is; null when neither is known. */
export function titleOf(
  record: Pick<
    ApprovalRecord,
    "milestoneName" | "jobTitle" | "contractTitle" | "recordedTerms" | "toldTerms" | "confirmedTerms"
  >,
): { text: string; source: Source } | null {
  const names: [string | null | undefined, Source][] = [
    [record.confirmedTerms?.name, "opentrain"],
    [record.milestoneName, "opentrain"],
    record.recordedTerms ? [record.recordedTerms.name, "recorded"] : [record.toldTerms?.name, "agent"],
    [record.jobTitle, "opentrain"],
    [record.contractTitle, "opentrain"],
  ];
  const [text, source] = names.find(([name]) => name) ?? [];
  return text && source ? { text, source } : null;
}

function termText(terms: Terms, field: keyof Terms): string | null {
  if (field !== "amountCents") return terms[field];
  return terms.amountCents === null ? null : dollarsFromCents(terms.amountCents);
}

function differs(field: keyof Terms, a: string | null, b: string | null): boolean {
  if (field !== "dueDate" || a === null || b === null) return a !== b;
  return dayOf(a) !== dayOf(b);
}

/** A plain date sent in comes back as midnight UTC. */
function dayOf(date: string): string {
  return date.replace(/T00:00:00(\.0+)?Z$/, "");
}

function textOf(value: unknown): string | null {
  return typeof value === "string" && value.trim() !== "" ? storableText(value) : null;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
