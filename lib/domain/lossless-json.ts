const QUOTE_OR_NUMBER = /"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g;
/** So few digits, no exponent: always the same number in a double. */
const PLAINLY_EXACT = /^-?\d{1,12}(?:\.\d{1,3})?$/;

/**
 * `JSON.parse`, but a number that would be changed by parsing (more digits than a double holds, too near to 0)
 * comes out as its text, so that 450.0000000000000001 is never taken for 450. Throws on what is no JSON.
 */
export function parseLossless(text: string): unknown {
  const parsed: unknown = JSON.parse(text);
  const quoted = withLossyNumbersQuoted(text);
  return quoted === text ? parsed : JSON.parse(quoted);
}

function withLossyNumbersQuoted(text: string): string {
  const parts: string[] = [];
  let copiedTo = 0;
  const pattern = new RegExp(QUOTE_OR_NUMBER);
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    const [token] = match;
    if (token === '"') {
      pattern.lastIndex = endOfString(text, match.index);
    } else if (!isExact(token)) {
      parts.push(text.slice(copiedTo, match.index), `"${token}"`);
      copiedTo = pattern.lastIndex;
    }
  }
  return copiedTo === 0 ? text : parts.join("") + text.slice(copiedTo);
}

/** Behind the closing quote. */
export function endOfString(text: string, start: number): number {
  let at = start + 1;
  while (at < text.length && text[at] !== '"') at += text[at] === "\\" ? 2 : 1;
  return at + 1;
}

function isExact(token: string): boolean {
  if (PLAINLY_EXACT.test(token)) return true;
  const number = Number(token);
  return Number.isFinite(number) && decimal(String(number)) === decimal(token);
}

/** One spelling for every way of writing a decimal number: its digits without zeros around them, and a scale. */
function decimal(token: string): string {
  const [, whole = "", part = "", exponent = "0"] =
    /^-?(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d+))?$/.exec(token) ?? [];
  const digits = (whole + part).replace(/^0+/, "");
  const significant = digits.replace(/0+$/, "");
  if (significant === "") return "0";
  return `${significant}e${Number(exponent) - part.length + digits.length - significant.length}`;
}
