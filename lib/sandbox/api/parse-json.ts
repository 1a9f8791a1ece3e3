import { Refusal } from "../refusal";

const MAX_DEPTH = 32;
const TOKEN = /"(?:[^"\\]|\\.)*"|[{}[\]:,]/g;

/** A body says one thing: not JSON, a key said twice, or nested past all sense is refused. Nothing sent is undefined. */
export function parseJson(text: string): unknown {
  if (text.trim() === "") return undefined;
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new Refusal("BAD_REQUEST", "The request body is not JSON.", { field: "body" });
  }
  mustBePlain(text);
  return value;
}

/** The text is known to be JSON, so its strings and brackets tell the whole shape. */
function mustBePlain(text: string): void {
  const open: (Set<string> | null)[] = [];
  let last = "";
  for (const [token] of text.matchAll(TOKEN)) {
    if (token === "{" || token === "[") open.push(token === "{" ? new Set() : null);
    else if (token === "}" || token === "]") open.pop();
    else if (token === ":") mustBeNew(open[open.length - 1], JSON.parse(last) as string);
    else last = token;
    if (open.length > MAX_DEPTH) {
      throw new Refusal("BAD_REQUEST", "The request body is nested too deeply.", { field: "body" });
    }
  }
}

function mustBeNew(seen: Set<string> | null | undefined, key: string): void {
  if (!seen?.has(key)) {
    seen?.add(key);
    return;
  }
  throw new Refusal("BAD_REQUEST", "The request body has the same key twice.", { field: key.slice(0, 100) });
}
