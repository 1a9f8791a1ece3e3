import type { ApiError } from "@/lib/api/types";
import { type Locale, USUAL } from "@/lib/domain/locale";
import { AppError, type ErrorCode, errorStatus, isAppError } from "@/lib/errors";
import { isDatabaseAway } from "@/lib/http/database-away";
import { log } from "@/lib/log";
import { messagesFor } from "@/lib/messages";

const longestField = 100;

export type Failure = { status: number; body: ApiError; headers: Record<string, string> };

/** Any error as the answer a client may see; what it may not see goes to the log under the request id. */
export function failureOf(error: unknown, requestId: string, locale: Locale = USUAL): Failure {
  const known = isAppError(error) ? error : unexpected(error, requestId);
  const details = shortened(
    known.reason === null ? known.details : { ...known.details, reason: known.reason },
  );
  const status = known.status ?? errorStatus[known.code];
  const retryAfter = details.retryAfterSeconds;
  return {
    status,
    body: {
      error: sentenceFor(known.code, known.reason, details, locale),
      code: known.code,
      requestId,
      ...(Object.keys(details).length > 0 ? { details } : {}),
    },
    headers: {
      "Content-Type": "application/json; charset=utf-8",
      "Cache-Control": "no-store",
      ...(typeof retryAfter === "number"
        ? { "Retry-After": String(Math.max(1, Math.ceil(retryAfter))) }
        : {}),
      ...(status === 503 ? { "Retry-After": "2" } : {}),
    },
  };
}

/** A field is named by whoever sent it. */
function shortened(details: Record<string, unknown>): Record<string, unknown> {
  const { field } = details;
  return typeof field === "string" && field.length > longestField
    ? { ...details, field: `${field.slice(0, longestField)}…` }
    : details;
}

function unexpected(error: unknown, requestId: string): AppError {
  const away = isDatabaseAway(error);
  log.error(
    { requestId, error },
    away ? "the database could not be reached" : "a request failed unexpectedly",
  );
  return away ? new AppError("UNAVAILABLE", { reason: "database" }) : new AppError("INTERNAL_ERROR");
}

function sentenceFor(
  code: ErrorCode,
  reason: string | null,
  details: Record<string, unknown>,
  locale: Locale,
): string {
  const { codes, reasons } = messagesFor(locale).errors;
  const sentence = (reason === null ? undefined : reasons[reason]) ?? codes[code] ?? code;
  return typeof sentence === "string" ? sentence : sentence(details);
}
