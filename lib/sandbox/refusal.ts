export type ErrorCode =
  | "BAD_REQUEST"
  | "UNAUTHORIZED"
  | "FORBIDDEN"
  | "NOT_FOUND"
  | "CONFLICT"
  | "RATE_LIMITED"
  | "INTERNAL_ERROR";

const STATUS: Record<ErrorCode, 400 | 401 | 403 | 404 | 409 | 429 | 500> = {
  BAD_REQUEST: 400,
  UNAUTHORIZED: 401,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  CONFLICT: 409,
  RATE_LIMITED: 429,
  INTERNAL_ERROR: 500,
};

export function codeFor(status: number): ErrorCode {
  const known = (Object.keys(STATUS) as ErrorCode[]).find((code) => STATUS[code] === status);
  return known ?? "INTERNAL_ERROR";
}

type Details = Record<string, unknown>;

/** A documented "no": becomes OpenTrain's error envelope. */
export class Refusal extends Error {
  readonly status: (typeof STATUS)[ErrorCode];

  constructor(
    readonly code: ErrorCode,
    message: string,
    readonly details?: Details,
  ) {
    super(message);
    this.status = STATUS[code];
  }
}

export function conflict(reason: string, message: string, more: Details = {}): Refusal {
  return new Refusal("CONFLICT", message, { reason, ...more });
}

export function badField(field: string): Refusal {
  return new Refusal("BAD_REQUEST", `The field ${field} is missing or not valid.`, { field });
}
