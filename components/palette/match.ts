/** How well words fit a text: 0 for not at all, more for what begins with them. Accents and case do not count. */
export function matchScore(query: string, texts: readonly (string | null)[]): number {
  const wanted = folded(query).split(/\s+/).filter(Boolean);
  const text = texts.map((one) => folded(one ?? "")).join(" \n ");
  let score = 1;
  for (const word of wanted) {
    const at = text.indexOf(word);
    if (at === -1) return 0;
    const isStart = at === 0 || /[\s"“#$€(:_-]/u.test(text[at - 1] ?? "");
    score += isStart ? (at === 0 ? 3 : 2) : 1;
  }
  return score;
}

/** The best first; equals stay in the order they came in. */
export function bestMatches<T>(
  query: string,
  items: readonly T[],
  textsOf: (item: T) => readonly (string | null)[],
): T[] {
  return items
    .map((item) => ({ item, score: matchScore(query, textsOf(item)) }))
    .filter(({ score }) => score > 0)
    .toSorted((a, b) => b.score - a.score)
    .map(({ item }) => item);
}

function folded(text: string): string {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
}
