/** Class names that are there, joined. Components name meaning, so nothing has to be merged. */
export function join(...names: (string | false | null | undefined)[]): string {
  return names.filter(Boolean).join(" ");
}
