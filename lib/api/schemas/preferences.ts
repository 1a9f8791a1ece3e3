import { z } from "zod";
import { timeZone } from "@/lib/api/schemas/time-zone";
import { LANGUAGES } from "@/lib/domain/locale";
import { THEMES } from "@/lib/domain/preferences";

/** Any of one's own preferences; null takes what the browser says. */
export const preferencesBody = z
  .strictObject({
    locale: z.enum(LANGUAGES).nullable(),
    theme: z.enum(THEMES).nullable(),
    timeZone: timeZone.transform(asListed).nullable(),
    singleKeys: z.boolean(),
    keepOffline: z.boolean(),
    firstSteps: z.boolean(),
  })
  .partial();

/** A name typed in small letters is kept as everybody writes it. */
function asListed(name: string): string {
  const typed = name.toLowerCase();
  return Intl.supportedValuesOf("timeZone").find((known) => known.toLowerCase() === typed) ?? name;
}

export const preferenceFields = preferencesBody.keyof().options;

/** The same as a form says it: nothing chosen is what the browser says. */
export function preferencesOfForm(form: URLSearchParams): unknown {
  return Object.fromEntries(
    [...form].map(([name, value]) => [name, plain[value] === undefined ? value : plain[value]]),
  );
}

const plain: Record<string, boolean | null> = { "": null, on: true, off: false };
