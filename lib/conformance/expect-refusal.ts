import { expect } from "vitest";
import type { Heard } from "./call";

const codes: Record<number, string> = {
  400: "BAD_REQUEST",
  401: "UNAUTHORIZED",
  403: "FORBIDDEN",
  404: "NOT_FOUND",
  409: "CONFLICT",
};

/** A refusal in the envelope of section 19.1, with at least these details. */
export function expectRefusal(heard: Heard, status: number, details?: object): void {
  expect({ status: heard.status, json: heard.json }).toMatchObject({
    status,
    json: {
      error: expect.stringMatching(/\S/),
      code: codes[status],
      requestId: expect.stringMatching(/\S/),
      ...(details ? { details } : {}),
    },
  });
}

/** Refused for this reason, whatever else the details say. */
export function expectReason(heard: Heard, status: number, reason: string, more: object = {}): void {
  expectRefusal(heard, status, { reason, ...more });
}
