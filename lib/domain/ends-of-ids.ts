const SHORTEST = 4;

/** Of each id as much of its end as tells it from the others. */
export function endsOfIds(ids: Iterable<string>): Map<string, string> {
  const signs = new Map([...new Set(ids)].map((id) => [id, id.replace(/[^A-Za-z0-9]/g, "")]));
  const longest = Math.max(SHORTEST, ...[...signs.values()].map(({ length }) => length));
  for (let length = SHORTEST; length <= longest; length += 1) {
    const ends = new Map([...signs].map(([id, text]) => [id, text.slice(-length)]));
    if (new Set(ends.values()).size === ends.size) return ends;
  }
  // They differ in nothing but their other signs.
  return new Map([...signs.keys()].map((id) => [id, id]));
}
