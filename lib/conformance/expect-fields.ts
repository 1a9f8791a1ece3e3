import { expect } from "vitest";

const instant = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;

const tests = {
  text: (value: unknown) => typeof value === "string" && value !== "",
  number: (value: unknown) => typeof value === "number" && Number.isFinite(value),
  integer: (value: unknown) => Number.isSafeInteger(value),
  boolean: (value: unknown) => typeof value === "boolean",
  instant: (value: unknown) => typeof value === "string" && instant.test(value),
  object: (value: unknown) => typeof value === "object" && value !== null && !Array.isArray(value),
  list: (value: unknown) => Array.isArray(value),
  null: (value: unknown) => value === null,
};

type Kind = keyof typeof tests;
/** A kind, a kind that may be null (`text?`), or the values it may have. */
export type Field = Kind | `${Exclude<Kind, "null">}?` | readonly string[];

/** That each of these is there and of its kind; what more there is does not matter. */
export function expectFields(value: unknown, fields: Record<string, Field>): void {
  expect(tests.object(value), `an object, not ${JSON.stringify(value)}`).toBe(true);
  const held = value as Record<string, unknown>;
  const wrong = Object.entries(fields)
    .filter(([name, field]) => !(name in held) || !fits(held[name], field))
    .map(([name, field]) => `${name} is ${JSON.stringify(held[name])}, not ${field}`);
  expect(wrong).toEqual([]);
}

function fits(value: unknown, field: Field): boolean {
  if (typeof field !== "string") return field.some((one) => one === value);
  if (field.endsWith("?")) return value === null || tests[field.slice(0, -1) as Kind](value);
  return tests[field as Kind](value);
}
