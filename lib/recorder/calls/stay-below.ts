const mostDecodings = 3;
const plain = /^(?:\/(?!\.)[\w!$&'()*+,:=@~|^[\]{}"<>`.-]*)*$/;
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const control = /[\x00-\x1f\x7f]/;

/**
 * Whether a path, which begins with `prefix`, is below it for everybody who reads it: as it stands, and however
 * often its escapes are read, with backslashes as slashes and empty segments counted or not.
 */
export function staysBelow(path: string, prefix: string): boolean {
  const rest = path.slice(prefix.length - 1);
  if (plain.test(rest)) return true;
  let text = rest;
  for (let times = 0; times <= mostDecodings; times += 1) {
    if (control.test(text) || leadsUp(text)) return false;
    const next = times === 0 ? wellFormed(text) : onceMore(text);
    if (next === null) return false;
    if (next === text) return true;
    text = next;
  }
  return false;
}

/** The escapes of the path itself have to be UTF-8; overlong forms of dots and slashes are none. */
function wellFormed(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}

/** What stood escaped may hold a percent sign of its own. */
function onceMore(text: string): string {
  return text.replace(/%([0-9a-f]{2})/gi, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
}

function leadsUp(text: string): boolean {
  let depth = 0;
  for (const segment of text.split(/[/\\]/)) {
    // Some servers cut parameters off before they look at the dots.
    const name = segment.split(";")[0] ?? "";
    if (name === "..") depth -= 1;
    else if (name !== "" && name !== ".") depth += 1;
    if (depth < 0) return true;
  }
  return false;
}
