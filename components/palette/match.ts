/**
 * How well words fit texts: 0 where one of them is nowhere, more for whole words than for beginnings, and most for
 * all of it as it was typed. Accents and case do not count.
 */
export function matchScore(query: string, texts: readonly (string | null)[]): number {
  const phrase = folded(query).trim().replace(/\s+/g, " ");
  const text = texts.map((one) => folded(one ?? "")).join(" \n ");
  let score = 1;
  for (const word of phrase.split(" ").filter(Boolean)) {
    const fit = fitOf(word, text);
    if (fit === 0) return 0;
    score += fit;
  }
  if (phrase !== "" && text.startsWith(phrase)) score += 2;
  return score + (phrase.includes(" ") ? fitOf(phrase, text) * 3 : 0);
}

const BESIDE_WORDS = String.raw`[\s"“”#$€():_·-]`;

function fitOf(word: string, text: string): number {
  if (!text.includes(word)) return 0;
  const plain = word.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
  const begins = `(?:^|${BESIDE_WORDS})${plain}`;
  if (new RegExp(`${begins}(?:$|${BESIDE_WORDS})`, "u").test(text)) return 3;
  return new RegExp(begins, "u").test(text) ? 2 : 1;
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
