const LONGEST_TEXT = 20_000;
const DEEPEST = 20;

/** No database holds a NUL or half a character: both become the mark for what could not be read. */
export function storableText(text: string, limit = LONGEST_TEXT): string {
  return text.slice(0, limit).replace(/\0|\p{Cs}/gu, "\ufffd");
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
