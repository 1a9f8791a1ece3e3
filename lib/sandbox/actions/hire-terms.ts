import { parseDate } from "../clock";
import { MAX_AMOUNT_CENTS } from "../guesses";
import { centsFromDollars } from "../money/cents";
import { Refusal } from "../refusal";
import type { HireTerms } from "../state/shapes";

type Issue = { code: string; path: string[]; message: string };

type Fields = Record<string, unknown>;

export function isObject(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

export function parseHireBody(body: unknown): { terms: HireTerms; override: boolean } {
  if (!isObject(body)) throw invalid([issue([], "Expected an object")]);
  const { milestone, confirmNotFitOverride: override } = body;
  if (!isObject(milestone)) throw invalid([issue(["milestone"], "Required")]);
  const issues: Issue[] = [];
  if (override !== undefined && typeof override !== "boolean") {
    issues.push(issue(["confirmNotFitOverride"], "Expected a boolean"));
  }
  const found = readTerms(milestone, issues);
  const { amountCents, name = null, description = null, dueDate = null } = found;
  if (!("amount" in milestone)) issues.push(issue(["milestone", "amount"], "Required"));
  if (name === null && description === null) {
    issues.push(issue(["milestone"], "Provide a name or a description"));
  }
  if (issues.length > 0 || amountCents === undefined) throw invalid(issues);
  return { terms: { name, description, amountCents, dueDate }, override: override === true };
}

/** Only what was given; used for what the human changed on the screen. */
export function parseEditedTerms(milestone: unknown): Partial<HireTerms> {
  if (milestone === undefined) return {};
  if (!isObject(milestone)) throw invalid([issue(["milestone"], "Expected an object")]);
  const issues: Issue[] = [];
  for (const key of Object.keys(milestone)) {
    if (!["name", "description", "amount", "dueDate"].includes(key)) {
      issues.push(issue(["milestone", key], "Unknown field"));
    }
  }
  const found = readTerms(milestone, issues);
  if (issues.length > 0) throw invalid(issues);
  return found;
}

function readTerms(milestone: Fields, issues: Issue[]): Partial<HireTerms> {
  const terms: Partial<HireTerms> = {};
  for (const key of ["name", "description"] as const) {
    const value = milestone[key];
    if (value === undefined) continue;
    if (value === null || typeof value === "string") terms[key] = value?.trim() ? value : null;
    else issues.push(issue(["milestone", key], "Expected a string"));
  }
  if (milestone.amount !== undefined) {
    const cents = typeof milestone.amount === "number" ? centsFromDollars(milestone.amount) : undefined;
    if (cents !== undefined && cents > 0 && cents <= MAX_AMOUNT_CENTS) terms.amountCents = cents;
    else issues.push(issue(["milestone", "amount"], "Expected a positive amount of dollars, to the cent"));
  }
  if (milestone.dueDate !== undefined) {
    const date = typeof milestone.dueDate === "string" ? parseDate(milestone.dueDate) : undefined;
    if (milestone.dueDate === null) terms.dueDate = null;
    else if (date !== undefined) terms.dueDate = date;
    else issues.push(issue(["milestone", "dueDate"], "Expected a date such as 2026-07-15"));
  }
  return terms;
}

function issue(path: string[], message: string): Issue {
  return { code: "custom", path, message };
}

function invalid(issues: Issue[]): Refusal {
  return new Refusal("BAD_REQUEST", "The request body is not valid.", { issues });
}
