import { z } from "zod";
import { theirLine } from "@/lib/api/schemas/their-line";
import { timeZone } from "@/lib/api/schemas/time-zone";

// Whether the secret and the password will do is for the verbs to say, in their own words.
const secret = z.string().min(1).max(500);
const password = z.string().min(1).max(1000);

/** Asking what a link opens. */
export const setupLinkBody = z.strictObject({ secret });

/** An owner's new password. */
export const newPasswordBody = z.strictObject({ secret, password });

/** Becoming an owner. */
export const setupBody = z.strictObject({
  secret,
  email: z.email().max(254),
  password,
  name: theirLine(120).nullish(),
  timeZone: timeZone.nullish(),
});
