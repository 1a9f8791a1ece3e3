const hidden = "[hidden]";

/** What a field may be called when its whole value is a secret. */
const secretField =
  /^(?:.*(?:password|passwd|secret|cookie|authorization|csrf|sealed)|.*(?:api|capture|encryption|private)_?-?keys?|(?:access|refresh|id|owner|agent|csrf|bearer|api)?_?-?tokens?|x-csrf-token|database_url|database_migrate_url|smtp_url)$/i;

const shapes: [RegExp, string][] = [
  [/\b(ot_pat|ot_clm|ot_cat|whsec|csk|cs_[a-z]+)_[A-Za-z0-9_+/=-]+/g, `$1_${hidden}`],
  [/\b(Bearer|Basic)\s+[A-Za-z0-9._~+/=-]+/gi, `$1 ${hidden}`],
  [/\beyJ[A-Za-z0-9_-]+\.[A-Za-z0-9_-]*\.?[A-Za-z0-9_.-]*/g, hidden],
  [/((?:__Secure-|__Host-)?next-auth\.[a-z-]+(?:\.\d+)?)=[^;\s"]+/gi, `$1=${hidden}`],
  [/([a-z][a-z0-9+.-]*:\/\/[^\s/:@"]*):[^\s/@"]+@/gi, `$1:${hidden}@`],
  [/(\/setup|\/invite|\/reset)#[A-Za-z0-9_-]+/g, `$1#${hidden}`],
  [/((?:password|secret|token)=)[^&\s"]+/gi, `$1${hidden}`],
];

const secretSettings = [
  "AUTH_SECRET",
  "NEXTAUTH_SECRET",
  "ENCRYPTION_KEYS",
  "OWNER_PASSWORD",
  "OPENTRAIN_API_TOKEN",
  "OPENTRAIN_WEBHOOK_SECRET",
  "CAPTURE_KEY",
  "OIDC_CLIENT_SECRET",
  "SMTP_URL",
];

// A capture key has no shape of its own when somebody chose it, so the values themselves are looked for too.
function knownSecrets(): string[] {
  return secretSettings.flatMap((name) => {
    const value = process.env[name];
    return value ? value.split(",").filter((part) => part.length >= 8) : [];
  });
}

function redactText(text: string, known: string[]): string {
  const shaped = shapes.reduce((rest, [shape, instead]) => rest.replace(shape, instead), text);
  return known.reduce((rest, secret) => rest.replaceAll(secret, hidden), shaped);
}

function redactValue(value: unknown, known: string[], above: object[]): unknown {
  if (typeof value === "string") return redactText(value, known);
  if (typeof value === "bigint") return value.toString();
  if (typeof value !== "object" || value === null) return typeof value === "function" ? undefined : value;
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? null : value.toISOString();
  if (ArrayBuffer.isView(value)) return hidden;
  if (above.includes(value)) return "[circular]";
  if (above.length > 8) return "[deep]";
  const path = [...above, value];
  if (value instanceof Error) return redactError(value, known, path);
  if (Array.isArray(value)) return value.map((item) => redactValue(item, known, path));
  if (value instanceof Map || value instanceof Set) return `[${value.constructor.name} ${value.size}]`;
  return Object.fromEntries(
    Object.entries(value).map(([name, item]) => [
      name,
      secretField.test(name) && isFilled(item) ? hidden : redactValue(item, known, path),
    ]),
  );
}

function isFilled(item: unknown): boolean {
  return item !== null && item !== undefined && typeof item !== "boolean" && typeof item !== "number";
}

/**
 * drizzle writes every value of a failed query into its message, and so into the stack. A value may hold
 * anything, line breaks and what looks like a stack included: from there on nothing is kept.
 */
export function withoutValues(text: string): string {
  const at = text.indexOf("\nparams: ");
  return at < 0 ? text : text.slice(0, at);
}

/** Where an error came from, without its message; nothing when the two cannot be told apart. */
function framesOf({ message, stack = "" }: Error): string {
  const at = stack.indexOf(message);
  if (at < 0) return "";
  return stack
    .slice(at + message.length)
    .split("\n")
    .slice(1, 9)
    .join("\n");
}

// Only named parts: a driver hangs whole queries with their parameters on its errors.
function redactError(error: Error, known: string[], path: object[]): object {
  const extra = error as { code?: unknown; reason?: unknown; key?: unknown };
  return {
    name: error.name,
    message: redactText(withoutValues(error.message), known),
    ...(extra.code === undefined ? {} : { code: redactValue(extra.code, known, path) }),
    ...(extra.reason === undefined ? {} : { reason: redactValue(extra.reason, known, path) }),
    ...(extra.key === undefined ? {} : { key: redactValue(extra.key, known, path) }),
    stack: redactText(framesOf(error), known),
    ...(error.cause === undefined ? {} : { cause: redactValue(error.cause, known, path) }),
  };
}

/** The same value with every secret in it hidden; safe to print. */
export function redact(value: unknown): unknown {
  return redactValue(value, knownSecrets(), []);
}
