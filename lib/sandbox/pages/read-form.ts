import type { Choices } from "../approvals/choices";
import { parseDate } from "../clock";
import { MAX_AMOUNT_CENTS } from "../guesses";
import { Refusal } from "../refusal";
import type { Approval, HireTerms, PaySource } from "../state/shapes";

export type Form = Record<string, unknown>;

/** What the human filled in. An untouched field keeps what the agent asked for, to the letter. */
export function readForm(form: Form, approval: Approval, origin: string): Choices {
  return {
    milestone: approval.terms ? editedTerms(form, approval.terms) : {},
    payWith: oneOf<PaySource>(form.payWith, ["card", "credits"]),
    settle: oneOf(form.settle, ["release", "refund"]) ?? "release",
    origin,
  };
}

export function editedTerms(form: Form, asked: HireTerms): Partial<HireTerms> {
  const terms: Partial<HireTerms> = {};
  for (const key of ["name", "description"] as const) {
    const value = form[key];
    // Browsers send line ends as CRLF.
    if (typeof value === "string")
      terms[key] = value.replaceAll("\r\n", "\n").trim() === "" ? null : value.replaceAll("\r\n", "\n");
  }
  if (typeof form.amount === "string") terms.amountCents = readAmount(form.amount);
  const { dueDate } = form;
  if (typeof dueDate === "string") {
    const unchanged =
      asked.dueDate !== null && new Date(asked.dueDate).toISOString().slice(0, 10) === dueDate;
    const date = dueDate === "" ? null : parseDate(dueDate);
    if (date === undefined) throw new Refusal("BAD_REQUEST", "The due date is not a date.");
    terms.dueDate = unchanged ? asked.dueDate : date;
  }
  return terms;
}

export function readAmount(text: string): number {
  const match = /^\$?\s*(\d{1,9})(?:\.(\d{1,2}))?$/.exec(text.trim());
  const cents = match ? Number(match[1]) * 100 + Number((match[2] ?? "").padEnd(2, "0")) : 0;
  if (cents <= 0 || cents > MAX_AMOUNT_CENTS) {
    throw new Refusal("BAD_REQUEST", "Give the amount in dollars, for example 450.00.");
  }
  return cents;
}

function oneOf<T extends string>(value: unknown, choices: T[]): T | undefined {
  return choices.find((choice) => choice === value);
}
