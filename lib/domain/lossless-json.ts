const STRING_OR_NUMBER = /"(?:[^"\\]|\\.)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g;
const EXACT_DIGITS = 15;

/**
 * `JSON.parse`, but a number that would be changed by parsing (more digits than a double holds) comes out as
 * its text, so that 450.0000000000000001 is never taken for 450. Throws on what is no JSON.
 */
export function parseLossless(text: string): unknown {
  const parsed: unknown = JSON.parse(text);
  let isLossy = false;
  const quoted = text.replace(STRING_OR_NUMBER, (token) => {
    if (token.startsWith('"') || isExact(token)) return token;
    isLossy = true;
    return `"${token}"`;
  });
  return isLossy ? JSON.parse(quoted) : parsed;
}

function isExact(token: string): boolean {
  const digits = token
    .replace(/[eE].*$/, "")
    .replace(/\D/g, "")
    .replace(/^0+/, "");
  return digits.length <= EXACT_DIGITS && Number.isFinite(Number(token));
}
