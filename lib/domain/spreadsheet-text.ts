import { visibleCharacters } from "./visible-text";

/** What a spreadsheet takes for the beginning of a formula, however wide it is written. */
const RUNS = /^\s*[=+\-@]/;

/**
 * Their words for one cell: on one line, hidden characters by their code, and text whatever program opens it.
 * An apostrophe before what would run is the sign for "this is text" that spreadsheets know; it is put behind
 * a semicolon too, where programs of half the world cut their cells.
 */
export function spreadsheetText(text: string): string {
  return visibleCharacters(text)
    .replace(/[\n\t]+/g, " ")
    .split(";")
    .map((part) => (RUNS.test(part.normalize("NFKC")) ? `'${part}` : part))
    .join(";");
}
