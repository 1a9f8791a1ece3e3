import { z } from "zod";

export const shortestPassword = 12;

/** Becoming an owner: the secret of a one-time link and who one is. */
export const setupBody = z.strictObject({
  secret: z.string().regex(/^[A-Za-z0-9_-]{20,200}$/),
  email: z.email().max(254),
  password: z.string().min(shortestPassword).max(200),
  name: z.string().trim().max(120).nullish(),
  timeZone: z.string().max(64).refine(isTimeZone).nullish(),
});

function isTimeZone(name: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat("en", { timeZone: name }));
  } catch {
    return false;
  }
}
