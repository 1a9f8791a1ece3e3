export type GivenSearch = Record<string, string | string[] | undefined>;

/** What an address asks, as every other part of us reads it. */
export function searchOf(given: GivenSearch): URLSearchParams {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(given)) {
    for (const text of [value ?? []].flat()) search.append(name, text);
  }
  return search;
}
