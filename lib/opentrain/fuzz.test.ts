import fc from "fast-check";
import { expect, test } from "vitest";
import type { z } from "zod";
import { MAX_CENTS } from "@/lib/domain/cents";
import { parseLossless } from "@/lib/domain/lossless-json";
import { mapApproval, mapContract, mapJobs, mapProposal, mapUpdates } from "./map";
import { mapMe } from "./map-account";
import { mapCredits } from "./map-money";
import * as samples from "./samples";
import * as schemas from "./schemas";

const RUNS = { numRuns: 3000, seed: 20_261_121 };

function reader<S extends z.ZodType>(schema: S, map: (answer: z.output<S>) => unknown) {
  return (json: unknown): unknown => {
    const parsed = schema.safeParse(json);
    return parsed.success ? map(parsed.data) : null;
  };
}
const readers: [text: string, read: (json: unknown) => unknown][] = [
  [samples.hireRequested, reader(schemas.approvalAnswer, ({ approval }) => mapApproval(approval))],
  [samples.fundConfirmed, reader(schemas.approvalAnswer, ({ approval }) => mapApproval(approval))],
  [samples.contract, reader(schemas.contractAnswer, ({ contract }) => mapContract(contract))],
  [
    samples.contractInFull,
    reader(schemas.contractsAnswer, ({ contracts }) => contracts.items.map(mapContract)),
  ],
  [samples.credits, reader(schemas.creditsAnswer, mapCredits)],
  [samples.proposal, reader(schemas.proposalAnswer, ({ proposal }) => mapProposal(proposal))],
  [samples.jobs, reader(schemas.jobsAnswer, mapJobs)],
  [samples.updates, reader(schemas.updatesAnswer, mapUpdates)],
  [samples.me, reader(schemas.meAnswer, mapMe)],
];

const NASTY: unknown[] = [
  null,
  true,
  -1,
  450.005,
  1e21,
  0.1,
  7,
  "",
  "450",
  "9,99",
  "a\0b",
  "\ud800",
  [],
  {},
  [[]],
  { id: 1 },
];
const NUMBERS = [
  "450.005",
  "0.1",
  "1e2",
  "12345.67",
  "-3",
  "9007199254740993",
  "450.0000000000000001",
  "1e400",
  "00",
];

/** A wrong value, a missing field or a twisted number at some place of the sample. */
const mutated = (text: string) =>
  fc.oneof(
    fc.tuple(fc.nat(), fc.constantFrom(...NASTY)).map(([place, value]) => setAt(text, place, value)),
    fc.nat().map((place) => setAt(text, place, undefined)),
    fc.tuple(fc.nat(), fc.constantFrom(...NUMBERS)).map(([place, number]) => putNumber(text, place, number)),
    fc
      .tuple(fc.nat(text.length), fc.nat(6), fc.string({ maxLength: 4, unit: "binary" }))
      .map(([from, length, put]) => text.slice(0, from) + put + text.slice(from + length)),
  );

test("no mutated answer crashes the client, and no amount comes out that was not in it", () => {
  const cases = fc
    .constantFrom(...readers)
    .chain(([text, read]) => fc.tuple(mutated(text), fc.constant(read)));
  let readable = 0;
  fc.assert(
    fc.property(cases, ([text, read]) => {
      const result = read(tryParse(text));
      if (result !== null) readable += 1;
      const said = amountsIn(text);
      for (const cents of centsIn(result)) expect(said).toContain(cents);
      expect(JSON.stringify(result) ?? "").not.toMatch(/\\u0000|\\ud[89a-f]/i);
    }),
    RUNS,
  );
  expect(readable).toBeGreaterThan(RUNS.numRuns / 3);
});

function tryParse(text: string): unknown {
  try {
    return parseLossless(text);
  } catch {
    return undefined;
  }
}

/** Every number in the text, in exact cents where it has any: by its own arithmetic, not the client's. */
function amountsIn(text: string): Set<string> {
  const tokens = text.match(/-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g) ?? [];
  return new Set(tokens.flatMap((token) => [exactCents(token, 2), exactCents(token, 0)]));
}

function exactCents(token: string, decimals: number): string {
  const [, whole = "", part = "", exponent = "0"] =
    /^(-?\d+)(?:\.(\d+))?(?:[eE]([+-]?\d+))?$/.exec(token) ?? [];
  const shift = Number(exponent) - part.length + decimals;
  if (Math.abs(shift) > 60) return "none";
  const digits = BigInt(whole + part);
  if (shift >= 0) return (digits * 10n ** BigInt(shift)).toString();
  const divisor = 10n ** BigInt(-shift);
  return digits % divisor === 0n ? (digits / divisor).toString() : "none";
}

function centsIn(value: unknown): string[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => {
    if (!key.endsWith("Cents") || inner === null) return centsIn(inner);
    expect(Number.isInteger(inner) && (inner as number) >= 0 && (inner as number) <= MAX_CENTS).toBe(true);
    return [String(inner)];
  });
}

function setAt(text: string, place: number, value: unknown): string {
  const json = JSON.parse(text) as unknown;
  const places: [Record<string, unknown>, string][] = [];
  const walk = (node: unknown) => {
    if (typeof node !== "object" || node === null) return;
    for (const key of Object.keys(node)) {
      places.push([node as Record<string, unknown>, key]);
      walk((node as Record<string, unknown>)[key]);
    }
  };
  walk(json);
  const [node, key] = places[place % places.length] ?? [{}, ""];
  node[key] = value;
  return JSON.stringify(json);
}

function putNumber(text: string, place: number, number: string): string {
  const found = [...text.matchAll(/(?<=[:[]\s*)-?\d+(?:\.\d+)?/g)];
  const match = found[place % Math.max(1, found.length)];
  return match ? text.slice(0, match.index) + number + text.slice(match.index + match[0].length) : number;
}
