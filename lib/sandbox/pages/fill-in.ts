import { hireCharge } from "../money/fees";
import type { Described } from "./describe";
import { editedTerms, type Form } from "./read-form";

/** The same request with the terms a person has typed, as far as they can be read. */
export function fillIn(shown: Described, form: Form): Described {
  const { terms } = shown.approval;
  if (!terms || form.amount === undefined) return shown;
  try {
    const edited = { ...terms, ...editedTerms(form, terms) };
    return {
      ...shown,
      approval: { ...shown.approval, terms: edited },
      charge: hireCharge(edited.amountCents),
    };
  } catch {
    return shown;
  }
}
