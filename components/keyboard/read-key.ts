import { isSingle, KEYS, type KeyRow } from "./keys";

/** What of a keydown matters. */
export type Press = Pick<
  KeyboardEvent,
  "key" | "code" | "ctrlKey" | "metaKey" | "altKey" | "shiftKey" | "repeat" | "isComposing" | "keyCode"
>;

const COMPOSING = 229;

export type Setting = {
  /** The keys before this one that began something: `g`. */
  before: readonly string[];
  isApple: boolean;
  /** Somebody writes, or a dialog has the keyboard: only what has a modifier is ours. */
  isQuiet: boolean;
  singleKeys: boolean;
};

/** A row of the table, or what was pressed so far and may become one, or nothing of ours. */
export type Reading = { row: KeyRow } | { so: readonly string[] } | null;

export function readKey(press: Press, { before, isApple, isQuiet, singleKeys }: Setting): Reading {
  const name = nameOf(press, isApple);
  if (name === null) return null;
  const rows = KEYS.filter((row) => (isSingle(row) ? singleKeys && !isQuiet : true)).filter(
    (row) => !press.repeat || row.repeats,
  );
  for (const so of before.length > 0 ? [[...before, name], [name]] : [[name]]) {
    const begun = rows.filter((row) => so.every((key, index) => row.press[index] === key));
    const row = begun.find(({ press: whole }) => whole.length === so.length);
    if (row) return { row };
    if (begun.length > 0) return { so };
  }
  return null;
}

/** By what the key writes, so that `/` and `?` are found wherever a layout has them. */
function nameOf(press: Press, isApple: boolean): string | null {
  const { key, ctrlKey, metaKey, altKey, shiftKey } = press;
  // While a word is put together, the keys are the word's.
  // Safari ends the composition first: the Enter that took the word says so by its code alone.
  if (press.isComposing || press.keyCode === COMPOSING || key === "Process" || key === "Dead") return null;
  const letter = letterOf(press);
  if (ctrlKey || metaKey || altKey) {
    const isMod = isApple ? metaKey && !ctrlKey : ctrlKey && !metaKey;
    return isMod && !altKey && !shiftKey && letter !== null ? `Mod+${letter}` : null;
  }
  if (letter === null) return key;
  return shiftKey ? null : letter;
}

/** In a script without Latin letters the key's place says which one it is. */
function letterOf({ key, code }: Press): string | null {
  if (/^[a-z]$/i.test(key)) return key.toLowerCase();
  const isOther = /^\p{L}$/u.test(key) && !/^\p{Script=Latin}$/u.test(key);
  return isOther && /^Key[A-Z]$/.test(code) ? code.slice(3).toLowerCase() : null;
}
