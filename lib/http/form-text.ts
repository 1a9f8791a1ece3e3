import { AppError } from "@/lib/errors";

const longestValue = 2_000;

/** A form as strictly as JSON is read: known fields, each once, every escape a character that can be stored. */
export function parseFormText(text: string, known: readonly string[]): URLSearchParams {
  const pairs = text.split("&").filter((pair) => pair !== "");
  const form = new URLSearchParams();
  for (const pair of pairs) {
    const cut = pair.indexOf("=");
    const name = decoded(cut < 0 ? pair : pair.slice(0, cut), "");
    addField(form, name, decoded(cut < 0 ? "" : pair.slice(cut + 1), name), known);
  }
  return form;
}

/** The same of a flat JSON object. */
export function formOfJson(value: unknown, known: readonly string[]): URLSearchParams {
  if (typeof value !== "object" || value === null || Array.isArray(value)) throw refused("");
  const form = new URLSearchParams();
  for (const [name, entry] of Object.entries(value)) {
    if (typeof entry !== "string" && typeof entry !== "boolean") throw refused(name);
    addField(form, name, String(entry), known);
  }
  return form;
}

function addField(form: URLSearchParams, name: string, value: string, known: readonly string[]): void {
  if (!known.includes(name)) throw refused(name, "unknown_field");
  if (form.has(name)) throw refused(name, "repeated");
  if (value.includes("\0") || value.length > longestValue) throw refused(name);
  form.append(name, value);
}

function decoded(text: string, field: string): string {
  try {
    return decodeURIComponent(text.replaceAll("+", " "));
  } catch {
    throw refused(field, "encoding");
  }
}

function refused(field: string, reason?: string): AppError {
  return new AppError("BAD_REQUEST", { ...(reason ? { reason } : {}), details: { field } });
}
