const ACCENTED = new Map(
  [..."aàbƀcçdďeéfƒgğhĥiîjĵkķlļmɱnñoöpþqǫrŕsštťuüvṽwŵxẋyýzž"].flatMap((letter, index, all) =>
    index % 2 === 0 ? [[letter, all[index + 1] ?? letter] as const] : [],
  ),
);
const LONGER = 0.4;
const PLACES = /(\{\w+\})/;

/**
 * The same words, strange to the eye and about 40 % longer, between brackets: what was never translated stays
 * plain, and what is cut has lost its bracket. Places to fill stay, and so does what was handed in to be said.
 */
export function pseudoText(text: string, given: readonly string[] = []): string {
  // Signs, and letters that stand for units inside a ring.
  if (text.trim().length < 3) return text;
  const kept = [...given].sort((one, other) => other.length - one.length);
  const places = kept.length === 0 ? PLACES : new RegExp(`(\\{\\w+\\}|${kept.map(escaped).join("|")})`);
  const pieces = text.split(places);
  return `⟦${pieces.map((piece, index) => (index % 2 === 1 ? piece : longer(piece))).join("")}⟧`;
}

function longer(text: string): string {
  let owed = 0;
  let said = "";
  for (const character of text) {
    const accented = accentOf(character);
    said += accented;
    owed += LONGER;
    if (accented !== character && owed >= 1) {
      said += accented.toLowerCase();
      owed -= 1;
    }
  }
  return said;
}

function accentOf(character: string): string {
  const small = ACCENTED.get(character.toLowerCase());
  if (small === undefined) return character;
  return character === character.toLowerCase() ? small : small.toUpperCase();
}

/** Names and figures that a sentence is made with. */
function stringsIn(value: unknown, depth = 0): string[] {
  if (typeof value === "string") return value.length > 1 ? [value] : [];
  if (value === null || typeof value !== "object" || depth > 2) return [];
  return Object.values(value).flatMap((item) => stringsIn(item, depth + 1));
}

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

/** A whole catalogue; functions say what they say, made strange afterwards. */
export function pseudoOf<T>(words: T): T {
  return strange(words, []) as T;
}

function strange(value: unknown, given: readonly string[]): unknown {
  if (typeof value === "string") return pseudoText(value, given);
  if (typeof value === "function") {
    return (...args: unknown[]) => strange(value(...args), stringsIn(args));
  }
  if (Array.isArray(value)) return value.map((item) => strange(item, given));
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, strange(item, given)]));
}
