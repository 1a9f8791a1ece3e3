/** The closed set of failures. The words are OpenTrain's, so that one client can read both. */
export const errorStatus = {
  BAD_REQUEST: 400,
  UNAUTHORIZED: 401,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  CONFLICT: 409,
  GONE: 410,
  PAYLOAD_TOO_LARGE: 413,
  RATE_LIMITED: 429,
  INTERNAL_ERROR: 500,
  UNAVAILABLE: 503,
} as const;

export type ErrorCode = keyof typeof errorStatus;

/**
 * `reason` is the machine-readable cause (OpenTrain's `details.reason`) and the key of the sentence a
 * person reads; `logMessage` never reaches a client.
 */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly reason: string | null;
  readonly details: Record<string, unknown>;
  /** Where one code stands for several: OpenTrain has one word for every failure that is not the caller's. */
  readonly status: 502 | 503 | 504 | null;

  constructor(
    code: ErrorCode,
    options: {
      reason?: string;
      status?: 502 | 503 | 504;
      details?: Record<string, unknown>;
      logMessage?: string;
      cause?: unknown;
    } = {},
  ) {
    super(options.logMessage ?? options.reason ?? code, { cause: options.cause });
    this.name = "AppError";
    this.code = code;
    this.status = options.status ?? null;
    this.reason = options.reason ?? null;
    this.details = options.details ?? {};
  }
}

/** Two bundles live in one process, so `instanceof` is not enough. */
export function isAppError(error: unknown): error is AppError {
  return error instanceof Error && error.name === "AppError" && "code" in error && "details" in error;
}

/** The error itself and what caused it, outermost first. */
export function causesOf(error: unknown): Error[] {
  const found: Error[] = [];
  for (let cause = error; cause instanceof Error && found.length < 5; cause = cause.cause) found.push(cause);
  return found;
}
