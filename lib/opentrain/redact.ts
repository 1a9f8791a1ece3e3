const SECRETS = /\b(?:ot_(?:pat|clm|cat|ptk)_|whsec_)[^\s"'<>&,;]*|\bBearer\s+[^\s"',;]+/gi;

/** Text of OpenTrain or of an error, safe for a log: no token in it, known by its form or by its value. */
export function redact(text: string, secret?: string): string {
  const known = secret ? text.replaceAll(secret, "[secret]") : text;
  return known.replace(SECRETS, "[secret]");
}
