import { Refusal } from "../refusal";

export function badField(field: string, message = `The field ${field} is not valid.`): Refusal {
  return new Refusal("BAD_REQUEST", message, { field });
}
