import { z } from "zod";

/** Links or ids, one a line; as many as fit a screen. */
export const pasteBody = z.strictObject({
  text: z
    .string()
    .max(20_000)
    .refine((text) => text.trim() !== "")
    .refine((text) => text.split("\n").length <= 200),
});
