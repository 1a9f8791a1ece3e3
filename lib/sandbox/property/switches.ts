import { DEFAULT_GUESSES, type Guesses } from "../guesses";

type Values = { [K in keyof Guesses]: readonly Guesses[K][] };

/** Every undocumented point and what it may be. A new one in `Guesses` does not compile without a line here. */
const values: Values = {
  supersededAs: ["expired", "declined"],
  supersededEvent: [true, false],
  expiry: ["read", "sweep"],
  repeatStatus: [202, 200],
  fundFeePercent: [10, 0],
  releasedSpelling: ["PAID", "Released to freelancer", "ACTIVE"],
  handInFlag: [true, false],
  confirmWithoutTrace: [false, true],
  oddIds: [false, true],
};
const names = Object.keys(values) as (keyof Guesses)[];

/** Every combination there is. */
export function allCombinations(): Guesses[] {
  return names.reduce<Guesses[]>(
    (rows, name) => rows.flatMap((row) => values[name].map((value) => ({ ...row, [name]: value }))),
    [DEFAULT_GUESSES],
  );
}

/** The pairs of switches with the values they have in a combination. */
export function pairsOf(row: Guesses): string[] {
  return names.flatMap((a, index) =>
    names.slice(index + 1).map((b) => `${a}=${String(row[a])} ${b}=${String(row[b])}`),
  );
}

/** A few combinations in which every two switches meet in every pair of their values. */
export function everyPair(): Guesses[] {
  const all = allCombinations();
  const missing = new Set(all.flatMap(pairsOf));
  const chosen: Guesses[] = [];
  while (missing.size > 0) {
    const news = (row: Guesses) => pairsOf(row).filter((pair) => missing.has(pair)).length;
    const best = all.reduce((so, row) => (news(row) > news(so) ? row : so));
    for (const pair of pairsOf(best)) missing.delete(pair);
    chosen.push(best);
  }
  return chosen;
}
