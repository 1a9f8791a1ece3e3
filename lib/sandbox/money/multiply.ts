const PLAIN = /^(\d+)(?:\.(\d+))?(?:e([+-]\d+))?$/;

/** Rate times volume in whole cents, half a cent up. Exact: floating point would lose a cent here and there. */
export function centsFromRate(rateUsd: number, volume: number): number {
  const [a, scaleA] = parts(rateUsd);
  const [b, scaleB] = parts(volume);
  const scale = 10n ** BigInt(scaleA + scaleB);
  return Number((a * b * 100n * 2n + scale) / (scale * 2n));
}

function parts(value: number): [digits: bigint, decimals: number] {
  const match = PLAIN.exec(String(value));
  if (!match) throw new Error(`${value} is no amount and no volume`);
  const [, whole = "", fraction = "", exponent = "0"] = match;
  const digits = BigInt(whole + fraction);
  const decimals = fraction.length - Number(exponent);
  return decimals >= 0 ? [digits, decimals] : [digits * 10n ** BigInt(-decimals), 0];
}
