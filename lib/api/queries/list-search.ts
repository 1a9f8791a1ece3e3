import { dayAfter, dayBefore, dayInZone, startOfDay } from "@/lib/domain/days-in-zone";
import { type ApprovalListing, type ApprovalSort, NO_FILTER } from "@/lib/domain/listing/listing";
import { parseListing } from "@/lib/domain/listing/parse-listing";
import { writeListing } from "@/lib/domain/listing/write-listing";
import type { Phase } from "@/lib/domain/records";
import { centsFromTyped } from "@/lib/domain/typed-dollars";

const NAME_OF = {
  phases: "phase",
  types: "type",
  contractId: "contractId",
  agent: "agent",
  q: "q",
  from: "from",
  to: "to",
  min: "min",
  max: "max",
  sort: "sort",
} as const satisfies Partial<Record<keyof ApprovalListing, string>>;

/** What a page's address may ask of its list. The names are the API's own. */
export type ListField = keyof typeof NAME_OF;

/**
 * A page with a list: which fields its address has, and what it shows where the address says nothing. Those are
 * null in what is read, and left out of what is written.
 */
export type ListPage = {
  fields: readonly ListField[];
  phases: readonly Phase[];
  sort: ApprovalSort;
};

/** Fields in which a form holds what people type, beside the API's own that hold the same exactly. */
export const TYPED_NAMES = { min: "minDollars", max: "maxDollars" } as const;

/** As an address has it, on the server or in a browser. */
export type GivenSearch = URLSearchParams | Readonly<Record<string, string | readonly string[] | undefined>>;

/**
 * What an address asks of a page's list. Whatever cannot be meant is as if it were not there: an address typed by
 * hand or kept from long ago is never an error. Beyond what the API takes, `from` and `to` may be days, the last
 * one included, in the reader's zone.
 */
export function readListSearch(given: GivenSearch, page: ListPage, timeZone: string): ApprovalListing {
  const search = paramsOf(given);
  const listing: Record<string, unknown> = { ...NO_FILTER };
  for (const field of page.fields) listing[field] = readField(field, search, timeZone);
  // Each value was made by the reader of its own field, which the compiler cannot follow.
  return withoutDefaults(listing as ApprovalListing, page);
}

/** The page's own address for it: days where a period is of whole days, nothing that goes without saying. */
export function writeListSearch(
  listing: Partial<ApprovalListing>,
  page: ListPage,
  timeZone: string,
): URLSearchParams {
  const written = writeListing(withoutDefaults({ ...NO_FILTER, ...listing }, page));
  const { from = null, to = null } = listing;
  if (from !== null) written.set("from", startDayOf(from, timeZone) ?? from.toISOString());
  if (to !== null) written.set("to", endDayOf(to, timeZone) ?? to.toISOString());
  const kept = page.fields.map((field) => NAME_OF[field]);
  for (const name of [...written.keys()]) if (!kept.some((one) => one === name)) written.delete(name);
  return written;
}

/** The same address in its one tidy form: what a form without scripts sends has empty and typed fields. */
export function tidyListSearch(given: GivenSearch, page: ListPage, timeZone: string): URLSearchParams {
  return writeListSearch(readListSearch(given, page, timeZone), page, timeZone);
}

/** What the API is asked for it, and what a file of it is called by. */
export function apiSearch(listing: ApprovalListing, page: ListPage): URLSearchParams {
  return writeListing({ ...listing, phases: listing.phases ?? [...page.phases] });
}

/** The day a period begins on, for a field that takes days; null where it begins within one. */
export function startDayOf(from: Date, timeZone: string): string | null {
  const day = dayInZone(from, timeZone);
  return startOfDay(day, timeZone)?.getTime() === from.getTime() ? day : null;
}

/** The last day of a period, which itself ends as the next day begins. */
export function endDayOf(to: Date, timeZone: string): string | null {
  const next = startDayOf(to, timeZone);
  return next && dayBefore(next);
}

function readField(field: ListField, search: URLSearchParams, timeZone: string): unknown {
  const name = NAME_OF[field];
  const given = search.getAll(name).filter((text) => text !== "");
  const [first] = given;
  if (field === "phases" || field === "types") return readWords(field, given);
  if (first !== undefined) {
    const day = field === "from" ? first : field === "to" && isDay(first) ? dayAfter(first) : null;
    const value = readOne(field, first) ?? (day === null ? null : startOfDay(day, timeZone));
    if (value !== null) return value;
  }
  if (field !== "min" && field !== "max") return null;
  return centsFromTyped(search.get(TYPED_NAMES[field]) ?? "");
}

/** Of a list of words, those that mean something. */
function readWords(field: "phases" | "types", given: readonly string[]): unknown {
  const words = given.flatMap((text) => text.split(",")).flatMap((word) => readOne(field, word) ?? []);
  return words.length === 0 ? null : [...new Set(words as unknown[])];
}

/** By the API's own rules, one at a time. */
function readOne(field: ListField, text: string): unknown {
  const parsed = parseListing(new URLSearchParams({ [NAME_OF[field]]: text }));
  return "listing" in parsed ? parsed.listing[field] : null;
}

function isDay(text: string): boolean {
  return startOfDay(text, "UTC") !== null;
}

function withoutDefaults(listing: ApprovalListing, page: ListPage): ApprovalListing {
  const phases = listing.phases?.filter((phase) => page.phases.includes(phase)) ?? [];
  return {
    ...listing,
    phases: phases.length === 0 || phases.length === page.phases.length ? null : phases,
    sort: listing.sort === page.sort ? null : listing.sort,
  };
}

function paramsOf(given: GivenSearch): URLSearchParams {
  if (given instanceof URLSearchParams) return given;
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(given)) {
    for (const text of [value ?? []].flat()) search.append(name, text);
  }
  return search;
}
