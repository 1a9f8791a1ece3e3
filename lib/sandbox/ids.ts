import { randomBytes } from "node:crypto";

const ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789";

export function randomText(length: number): string {
  return [...randomBytes(length)].map((byte) => ALPHABET[byte % ALPHABET.length]).join("");
}

export function newId(prefix: string): string {
  return `${prefix}_${randomText(14)}`;
}

/** Each is one path segment once encoded, and nothing a client should take apart, sort or print unescaped. */
const ODD_SHAPES: ((unique: string, prefix: string) => string)[] = [
  (unique, prefix) => `${prefix}.${unique}.v1.json`,
  (unique, prefix) => `${prefix}/${unique}/../${prefix}`,
  (unique, prefix) => `${prefix}%2F${unique}%00`,
  (unique, prefix) => `${prefix} ${unique} with spaces`,
  (unique, prefix) => `${prefix}-Ünïcødé-批准-🦉-${unique}`,
  (unique, prefix) => `${prefix}_${unique.repeat(20)}`,
  (unique) => `../../${unique}`,
  (unique) => `00${BigInt(`0x${Buffer.from(unique).toString("hex")}`) % 10n ** 24n}`,
  (unique, prefix) => `${prefix}?${unique}=1&x=%3Cb%3E#${unique}`,
  (unique, prefix) => `"${prefix}'${unique}\\<b>`,
];

const turns = new Map<string, number>();

/** One shape after the other, so that a handful of ids of one kind has them all. */
export function oddId(prefix: string): string {
  const turn = turns.get(prefix) ?? 0;
  turns.set(prefix, turn + 1);
  const shape = ODD_SHAPES[turn % ODD_SHAPES.length];
  return shape ? shape(randomText(14), prefix) : newId(prefix);
}
