/** OpenTrain's tokens and webhook secrets, and our own capture keys, wherever in a text they stand. */
const SECRETS = /(?:ot_(?:pat|clm|cat|ptk)|whsec|cs_capture)_[^\s"'<>&,;]*/gi;

export function holdsSecret(text: string): boolean {
  return text.search(SECRETS) >= 0;
}

/** What somebody told us by mistake is not kept: the rest of the words is. */
export function withoutSecrets(text: string): string {
  return text.replace(SECRETS, "[secret removed]");
}

/** The same for everything a value holds, names of fields included. */
export function withoutSecretsIn<T>(value: T): T;
export function withoutSecretsIn(value: unknown): unknown {
  if (typeof value === "string") return withoutSecrets(value);
  if (Array.isArray(value)) return value.map((item) => withoutSecretsIn(item));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, item]) => [withoutSecrets(name), withoutSecretsIn(item)]),
  );
}
