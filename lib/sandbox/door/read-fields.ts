import { isObject } from "../actions/hire-terms";
import { badField } from "./errors";

export type Fields = Record<string, unknown>;

/** A control call with a misspelt field would test nothing, so unknown ones are refused. `under` ends with a dot. */
export function readFields(body: unknown, known: string[], under = ""): Fields {
  const fields = body === undefined ? {} : body;
  if (!isObject(fields)) throw badField(under === "" ? "body" : under.slice(0, -1));
  for (const key of Object.keys(fields)) if (!known.includes(key)) throw badField(under + key);
  return fields;
}

export function optionalBoolean(fields: Fields, key: string, under = ""): boolean | undefined {
  const value = fields[key];
  if (value !== undefined && typeof value !== "boolean") throw badField(under + key);
  return value;
}

export function optionalString(fields: Fields, key: string, under = ""): string | undefined {
  const value = fields[key];
  if (value !== undefined && typeof value !== "string") throw badField(under + key);
  return value;
}

export function optionalInteger(fields: Fields, key: string, min: number, max: number): number | undefined {
  const value = fields[key];
  if (value === undefined) return undefined;
  if (typeof value !== "number" || !Number.isSafeInteger(value) || value < min || value > max) {
    throw badField(key);
  }
  return value;
}

export function optionalChoice<T>(
  fields: Fields,
  key: string,
  choices: readonly T[],
  under = "",
): T | undefined {
  const value = fields[key];
  if (value === undefined) return undefined;
  const choice = choices.find((one) => one === value);
  if (choice === undefined) throw badField(under + key);
  return choice;
}
