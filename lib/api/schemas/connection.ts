import { z } from "zod";
import { theirLine } from "@/lib/api/schemas/their-line";

/** Printable characters without a space, as every token is; anything else was pasted wrongly. */
const token = z
  .string()
  .max(500)
  .trim()
  .regex(/^[\x21-\x7e]{1,500}$/);

export const connectBody = z.strictObject({
  token,
  label: theirLine(80)
    .transform((label) => (label === "" ? null : label))
    .nullish()
    .transform((label) => label ?? null),
  isAnotherAccount: z.boolean().default(false),
});

export const replaceTokenBody = z.strictObject({ token });
