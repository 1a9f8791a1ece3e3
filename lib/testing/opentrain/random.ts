export type Random = {
  /** From 0 up to, not including, `end`. */
  below(end: number): number;
  oneOf<T>(values: readonly T[]): T;
};

/** The same numbers for the same seed, on every machine (a 32-bit mixer). */
export function randomFrom(seed: number): Random {
  let state = seed | 0;
  const next = () => {
    state = (state + 0x9e37_79b9) | 0;
    let mixed = state ^ (state >>> 16);
    mixed = Math.imul(mixed, 0x21f0_aaad);
    mixed ^= mixed >>> 15;
    mixed = Math.imul(mixed, 0x735a_2d97);
    return ((mixed ^ (mixed >>> 15)) >>> 0) / 2 ** 32;
  };
  const below = (end: number) => Math.floor(next() * end);
  return {
    below,
    oneOf: (values) => {
      if (values.length === 0) throw new Error("nothing to choose from");
      return values[below(values.length)] as (typeof values)[number];
    },
  };
}
