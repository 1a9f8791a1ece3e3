import { endOfString, parseLossless } from "@/lib/domain/lossless-json";

/** OpenTrain nests a handful of levels; what goes deeper only costs memory. */
const DEEPEST = 64;

/**
 * A body as JSON that can be read in one way only: no name twice in an object, and no nesting without end.
 * Undefined for what is none.
 */
export function parsePlainJson(text: string): unknown {
  try {
    return isPlain(text) ? parseLossless(text) : undefined;
  } catch {
    return undefined;
  }
}

/** Looked at before anything is built from it; what is no JSON at all is found out by parsing. */
function isPlain(text: string): boolean {
  const open: (Set<string> | null)[] = [];
  const structure = /["{}[\]]/g;
  for (let match = structure.exec(text); match; match = structure.exec(text)) {
    const [sign] = match;
    if (sign === "{") open.push(new Set());
    else if (sign === "[") open.push(null);
    else if (sign !== '"') open.pop();
    else {
      structure.lastIndex = endOfString(text, match.index);
      if (isSecondOfItsName(text, match.index, structure.lastIndex, open.at(-1))) return false;
    }
    if (open.length > DEEPEST) return false;
  }
  return true;
}

const COLON = /\s*:/y;

function isSecondOfItsName(
  text: string,
  start: number,
  end: number,
  names: Set<string> | null | undefined,
): boolean {
  COLON.lastIndex = end;
  if (!names || !COLON.test(text)) return false;
  const name = JSON.parse(text.slice(start, end)) as string;
  return names.size === names.add(name).size;
}
