import { z } from "zod";

/** One line that a person writes about themselves or others: no line breaks, nothing that cannot be seen. */
export function theirLine(longest: number) {
  return z
    .string()
    .trim()
    .max(longest)
    .regex(/^[^\p{Cc}\p{Zl}\p{Zp}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]*$/u);
}
