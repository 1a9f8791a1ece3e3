import { z } from "zod";

export const timeZone = z.string().max(64).refine(isTimeZone);

function isTimeZone(name: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat("en", { timeZone: name }));
  } catch {
    return false;
  }
}
