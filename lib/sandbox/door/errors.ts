import { Refusal } from "../refusal";

export function badField(field: string, message = `The field ${field} is not valid.`): Refusal {
  return new Refusal("BAD_REQUEST", message, { field });
}

/** A control that is planned but not there. */
export function notYet(what: string): Refusal {
  return new Refusal("NOT_FOUND", `${what} is not built yet.`, { reason: "not_yet" });
}
