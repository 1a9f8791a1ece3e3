/**
 * `invoice`: one waits to be paid that no known request asked for. `hire`: a contract began without one.
 * `handed_in`: a milestone carries a mark whose meaning is not documented.
 */
export type HintKind = "invoice" | "hire" | "handed_in";

/** A sign that something may wait unseen, no proof of it; it goes when a request explains it. */
export type Hint = {
  kind: HintKind;
  /** What others called it. */
  subject: string | null;
  subjectId: string;
  contractId: string | null;
  since: Date | null;
  amountCents: number | null;
};
