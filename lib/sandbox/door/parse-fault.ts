import { badField } from "./errors";
import { FAULT_KINDS, type Fault } from "./fault-list";
import { type Fields, optionalChoice, optionalInteger, optionalString, readFields } from "./read-fields";
import { type Rewrite, readPath } from "./rewrite";

const FIELDS = [
  "accountId",
  "match",
  "kind",
  "times",
  "ms",
  "status",
  "retryAfter",
  "set",
  "unset",
  "location",
  "when",
];

/** With any other kind these would test nothing. */
const ONLY_WITH: Record<string, Fault["kind"]> = { set: "rewrite", unset: "rewrite", location: "redirect" };

const MAX_DELAY_MS = 120_000;
const DEFAULT_DELAY_MS = 1000;
const STAND_IN: Fault["kind"][] = ["status", "html", "redirect", "drop", "delay"];

/** Some kinds follow a call that was carried out; the others stand in for one that was not. */
export function parseFault(body: unknown): Fault {
  const fields = readFields(body, FIELDS);
  const kind = optionalChoice(fields, "kind", FAULT_KINDS);
  if (!kind) throw badField("kind");
  for (const [key, only] of Object.entries(ONLY_WITH)) {
    if (fields[key] !== undefined && kind !== only) throw badField(key);
  }
  const match = readFields(fields.match, ["method", "path"], "match.");
  const rewrite = readRewrite(fields);
  if (kind === "rewrite" && rewrite.length === 0) throw badField("set");
  return {
    accountId: optionalString(fields, "accountId"),
    method: readMethod(match),
    path: readPattern(optionalString(match, "path", "match.")),
    kind,
    times: optionalInteger(fields, "times", 1, 1_000_000) ?? Number.POSITIVE_INFINITY,
    ms: optionalInteger(fields, "ms", 0, MAX_DELAY_MS) ?? (kind === "delay" ? DEFAULT_DELAY_MS : 0),
    status: optionalInteger(
      fields,
      "status",
      kind === "redirect" ? 300 : 200,
      kind === "redirect" ? 399 : 599,
    ),
    retryAfter: optionalInteger(fields, "retryAfter", 0, 86_400),
    rewrite,
    location: optionalString(fields, "location"),
    when:
      optionalChoice(fields, "when", ["before", "after"] as const) ??
      (STAND_IN.includes(kind) ? "before" : "after"),
  };
}

function readMethod(match: Fields): string | undefined {
  const method = optionalString(match, "method", "match.")?.toUpperCase();
  if (method !== undefined && !/^[A-Z]+$/.test(method)) throw badField("match.method");
  return method;
}

function readPattern(text: string | undefined): RegExp {
  try {
    return new RegExp(text ?? "");
  } catch {
    throw badField("match.path");
  }
}

function readRewrite(fields: Fields): Rewrite {
  const { set = {}, unset = [] } = fields;
  if (typeof set !== "object" || set === null || Array.isArray(set)) throw badField("set");
  if (!Array.isArray(unset)) throw badField("unset");
  const pathOf = (text: unknown, field: string) => {
    const path = typeof text === "string" ? readPath(text) : undefined;
    if (!path) throw badField(field, `${String(text)} is no path such as $.contracts[0].title.`);
    return path;
  };
  return [
    ...Object.entries(set).map(([text, value]) => ({ path: pathOf(text, `set.${text}`), value })),
    ...unset.map((text: unknown) => ({ path: pathOf(text, "unset"), value: undefined })),
  ];
}
