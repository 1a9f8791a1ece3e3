import { z } from "zod";
import { LONGEST_ID } from "@/lib/domain/links";
import { storableObject, storableText } from "@/lib/domain/storable";

// The kinds of fields on OpenTrain's wire, read tolerantly: absent is null, a broken field is null, an unknown
// word stays a string, and a broken element of a list is set aside without its list.

export const id = z
  .string()
  .min(1)
  .max(LONGEST_ID)
  .refine((value) => storableText(value) === value);
export const orNull = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => value ?? null, z.union([schema, z.null()]).catch(null));

export const idOrNull = orNull(id);
export const text = orNull(z.string().transform((value) => storableText(value)));
/** A word of OpenTrain's own, such as a status: what is as long as this is none. */
export const word = orNull(
  z
    .string()
    .max(100)
    .transform((value) => storableText(value)),
);
/** What people call something, cut to what can be looked for. */
export const label = orNull(z.string().transform((value) => storableText(value, 100)));
export const number = orNull(z.number());
export const flag = orNull(z.boolean());
/** Kept as it came: a figure is judged by the rules of money, not here. */
export const figure = z.unknown().optional();
export const json = orNull(
  z.custom<Record<string, unknown>>(isObject).transform((value) => storableObject(value)),
);
/** Digits, in a string or as a number. */
export const cursor = orNull(
  z
    .union([z.string(), z.number().int()])
    .transform(String)
    .pipe(z.string().regex(/^\d{1,30}$/)),
);

const INSTANT = /^(\d{4})-(\d{2})-(\d{2})T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})$/;
export const instant = orNull(
  z.string().transform((value, context) => {
    const match = INSTANT.exec(value);
    const [year, month, day] = [Number(match?.[1]), Number(match?.[2]), Number(match?.[3])];
    const date = new Date(value);
    // A day that is not in the calendar would otherwise become another day.
    const isDay = new Date(Date.UTC(year, month - 1, day)).getUTCDate() === day;
    if (match && isDay && !Number.isNaN(date.getTime())) return date;
    context.addIssue("not an instant");
    return z.NEVER;
  }),
);

/** The elements that can be read, and how many were set aside. */
export function listOf<T extends z.ZodType>(element: T) {
  return z.array(z.unknown()).transform((values) => {
    const read = values.map((value) => element.safeParse(value));
    const items = read.flatMap((result) => (result.success ? [result.data] : []));
    return { items, setAside: values.length - items.length };
  });
}

/** What an object says in yes and no, by names that may be new to us. */
export const flags = z
  .custom<Record<string, unknown>>(isObject)
  .transform(
    (value) =>
      new Map(
        Object.entries(value).flatMap(([name, said]) =>
          typeof said === "boolean" ? [[storableText(name), said] as const] : [],
        ),
      ),
  );

/** A list of words; those that are none are left out. */
export const words = listOf(
  z
    .string()
    .max(100)
    .transform((value) => storableText(value)),
);

function isObject(value: unknown): boolean {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
