/** A `:write` scope includes its `:read`. */
export function grants(scopes: readonly string[], wanted: string): boolean {
  return scopes.includes(wanted) || scopes.includes(wanted.replace(/:read$/, ":write"));
}

/** We only read: a token that can also write is taken with a visible warning. */
export function writeScopes(scopes: readonly string[]): string[] {
  return scopes.filter((scope) => scope.endsWith(":write"));
}
