import { randomUUID } from "node:crypto";
import { Refusal } from "../refusal";

/** A 404 with a body of its own exists once, for a job the public may not see; all else is a refusal. */
export type Answer = { status: 200 | 201 | 202 | 404; body: unknown };

export function ok(body: unknown): Answer {
  return { status: 200, body };
}

export function envelope(refusal: Refusal) {
  return {
    error: refusal.message,
    code: refusal.code,
    requestId: randomUUID(),
    ...(refusal.details ? { details: refusal.details } : {}),
  };
}

export function asRefusal(error: unknown): Refusal {
  return error instanceof Refusal ? error : new Refusal("INTERNAL_ERROR", "Something went wrong.");
}
