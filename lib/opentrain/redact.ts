const SECRETS = /\b(?:ot_(?:pat|clm|cat|ptk)_|whsec_)[^\s"'<>&,;]*|\bBearer\s+[^\s"',;]+/gi;

/** Text of OpenTrain's, safe for a log or a row: no token in it. */
export function redact(text: string): string {
  return text.replace(SECRETS, "[secret]");
}
