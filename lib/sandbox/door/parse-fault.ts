import { badField, notYet } from "./errors";
import type { Fault } from "./fault-list";
import { optionalChoice, optionalInteger, optionalString, readFields } from "./read-fields";

const KINDS = ["status", "delay", "drop", "garbage", "html"] as const;
const LATER = ["truncate", "redirect", "huge", "rewrite"];
const FIELDS = ["accountId", "match", "kind", "times", "ms", "status", "retryAfter", "set", "when"];

const DEFAULT_STATUS = { status: 500, html: 502 } as const;
const MAX_DELAY_MS = 120_000;

/** Garbage and a late answer follow a call that was carried out; the others stand in for one that was not. */
export function parseFault(body: unknown): Fault {
  const fields = readFields(body, FIELDS);
  if (LATER.some((kind) => kind === fields.kind)) throw notYet("This kind of fault");
  const kind = optionalChoice(fields, "kind", KINDS);
  if (!kind) throw badField("kind");
  const match = readFields(fields.match, ["method", "path"]);
  const fallback = kind === "html" ? DEFAULT_STATUS.html : DEFAULT_STATUS.status;
  return {
    accountId: optionalString(fields, "accountId"),
    method: optionalString(match, "method")?.toUpperCase(),
    path: readPattern(optionalString(match, "path")),
    kind,
    times: optionalInteger(fields, "times", 1, 1_000_000) ?? Number.POSITIVE_INFINITY,
    ms: optionalInteger(fields, "ms", 0, MAX_DELAY_MS) ?? 1000,
    status: optionalInteger(fields, "status", 200, 599) ?? fallback,
    retryAfter: optionalInteger(fields, "retryAfter", 0, 86_400),
    when:
      optionalChoice(fields, "when", ["before", "after"] as const) ??
      (kind === "garbage" ? "after" : "before"),
  };
}

function readPattern(text: string | undefined): RegExp {
  try {
    return new RegExp(text ?? "");
  } catch {
    throw badField("match.path");
  }
}
