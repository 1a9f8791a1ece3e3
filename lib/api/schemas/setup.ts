import { z } from "zod";
import { timeZone } from "@/lib/api/schemas/time-zone";

/** Becoming an owner. Whether the secret and the password will do is for the verb to say, in its own words. */
export const setupBody = z.strictObject({
  secret: z.string().min(1).max(500),
  email: z.email().max(254),
  password: z.string().min(1).max(1000),
  name: z.string().trim().max(120).nullish(),
  timeZone: timeZone.nullish(),
});
