import { bigint, customType, timestamp } from "drizzle-orm/pg-core";

/** Found several times as fast as what is really wrong, which is next to never there. */
const SUSPECT = /[\0\ud800-\udfff]/;

/** PostgreSQL stores neither NUL nor lone surrogates; both become a visible replacement character. */
export function storable(text: string): string {
  return SUSPECT.test(text) ? text.replaceAll(/\0|\p{Surrogate}/gu, "\uFFFD") : text;
}

function storableJson(value: unknown): unknown {
  if (typeof value === "string") return storable(value);
  if (Array.isArray(value)) return value.map(storableJson);
  if (value === null || typeof value !== "object" || value instanceof Date) return value;
  return storableObject(value);
}

export function storableObject(value: object): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(value).map(([name, item]) => [storable(name), storableJson(item)]),
  );
}

export const text = customType<{ data: string; driverData: string }>({
  dataType: () => "text",
  toDriver: storable,
});

const jsonb = customType<{ data: unknown; driverData: unknown }>({
  dataType: () => "jsonb",
  toDriver: (value) => JSON.stringify(storableJson(value)),
});

/** A JSON column is written by our code alone, so its type is what that code writes. */
export function json<T>(name: string) {
  return jsonb(name).$type<T>();
}

export const bytes = customType<{ data: Buffer; driverData: Buffer }>({ dataType: () => "bytea" });

/** Written by the database alone. */
export const transactionId = customType<{ data: string; driverData: string }>({ dataType: () => "xid8" });

export function instant(name: string) {
  return timestamp(name, { withTimezone: true, precision: 3, mode: "date" });
}

export function wholeNumber(name: string) {
  return bigint(name, { mode: "number" });
}
