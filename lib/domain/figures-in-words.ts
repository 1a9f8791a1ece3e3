import { centsFromDollars } from "./cents";

/** A dollar amount in someone's words; `cents` null when it is no amount of whole cents. */
export type FigureInWords = { start: number; end: number; text: string; cents: number | null };

const SIGN = "(?:US)?[$\uff04\ufe69]";
const WORD = "(?:USD|US dollars?|dollars?|bucks)";
const NUMBER = "\\d+(?:[.,'\u00a0\u202f]\\d+)*\\s?(?:[kKmM]\\b)?";
const FIGURE = new RegExp(
  `${SIGN}\\s?(${NUMBER})|\\b(?:USD|US\\$)\\s?(${NUMBER})|(?<![\\d.,])(${NUMBER})\\s?(?:${WORD}\\b|[$\uff04])`,
  "giu",
);
const SCALE: Record<string, number> = { k: 1000, m: 1_000_000 };

/** The amounts in an agent's words that equal no figure we know: shown as differing, never corrected. */
export function figuresInWords(text: string, known: Iterable<number | null>): FigureInWords[] {
  const knownCents = new Set(known);
  const figures: FigureInWords[] = [];
  for (const match of text.matchAll(FIGURE)) {
    const number = match[1] ?? match[2] ?? match[3] ?? "";
    const cents = centsOf(number);
    if (cents !== null && knownCents.has(cents)) continue;
    const said = match[0].trimEnd();
    figures.push({ start: match.index, end: match.index + said.length, text: said, cents });
  }
  return figures;
}

/** A mark followed by exactly three digits separates thousands, otherwise it is the decimal mark. */
function centsOf(number: string): number | null {
  const scale = SCALE[/[km]$/i.exec(number.trim())?.[0].toLowerCase() ?? ""] ?? 1;
  const digits = number
    .replace(/[kKmM\s]/g, "")
    .replace(/[,'\u00a0\u202f](?=\d{3}(?!\d))/g, "")
    .replace(/,/g, ".")
    .replace(/^0+(?=\d)/, "");
  if (scale === 1) return centsFromDollars(digits).cents;
  const scaled = Number(digits) * scale;
  return Number.isFinite(scaled) ? centsFromDollars(scaled).cents : null;
}
