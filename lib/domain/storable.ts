const LONGEST_TEXT = 20_000;
const DEEPEST = 20;
/** Found several times as fast as what is really wrong, which is next to never there. */
const SUSPECT = /[\0\ud800-\udfff]/;

/** No database holds a NUL or half a character: both become the mark for what could not be read. */
export function storableText(text: string, limit = LONGEST_TEXT): string {
  const cut = text.length > limit ? text.slice(0, limit) : text;
  return SUSPECT.test(cut) ? cut.replace(/\0|\p{Cs}/gu, "\ufffd") : cut;
}

/** Foreign JSON as a database can keep it; what is nested without end is cut. */
export function storableObject(object: Record<string, unknown>, depth = 0): Record<string, unknown> {
  const entries = Object.entries(object);
  return Object.fromEntries(
    entries.map(([key, value]) => [storableText(key), storableValue(value, depth + 1)]),
  );
}

function storableValue(value: unknown, depth: number): unknown {
  if (typeof value === "string") return storableText(value);
  if (typeof value !== "object" || value === null) return value;
  if (depth > DEEPEST) return null;
  if (Array.isArray(value)) return value.map((item: unknown) => storableValue(item, depth + 1));
  return storableObject(value as Record<string, unknown>, depth);
}
