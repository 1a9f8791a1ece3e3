import type { ApiError } from "../types";

/** Why a call of ours did not answer. `code` is ours or OpenTrain's word; 0 is "nothing came back". */
export class ApiFailure extends Error {
  readonly status: number;
  readonly code: string;
  readonly reason: string | null;
  readonly requestId: string | null;
  readonly retryAfterSeconds: number | null;

  constructor(status: number, body: Partial<ApiError> | null, retryAfter: string | null = null) {
    super(body?.error ?? `HTTP ${status}`);
    this.name = "ApiFailure";
    this.status = status;
    this.code = body?.code ?? (status === 0 ? "UNREACHABLE" : "UNREADABLE");
    const reason = body?.details?.reason;
    this.reason = typeof reason === "string" ? reason : null;
    this.requestId = body?.requestId ?? null;
    const seconds = Number(body?.details?.retryAfterSeconds ?? retryAfter ?? Number.NaN);
    this.retryAfterSeconds = Number.isFinite(seconds) ? seconds : null;
  }
}

export function isApiFailure(error: unknown): error is ApiFailure {
  return error instanceof ApiFailure;
}

/** Nothing is broken: there is no account to ask yet, and the screen says so. */
export function isNotConnected(error: unknown): boolean {
  return isApiFailure(error) && error.reason === "not_connected";
}
