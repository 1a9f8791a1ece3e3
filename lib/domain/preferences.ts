import type { Language } from "@/lib/domain/locale";

export const THEMES = ["light", "dark"] as const;

/** How one person likes to see the inbox. Null: as their browser says. */
export type Preferences = {
  locale: Language | null;
  theme: (typeof THEMES)[number] | null;
  timeZone: string | null;
  /** Letters alone do something: j, k, o, g i. */
  singleKeys: boolean;
  /** The last list stays on the device, for when there is no network. */
  keepOffline: boolean;
  /** Still wants to be led through the first steps, while they are not done. */
  firstSteps: boolean;
};

export const DEFAULT_PREFERENCES: Preferences = {
  locale: null,
  theme: null,
  timeZone: null,
  singleKeys: true,
  keepOffline: true,
  firstSteps: true,
};

/** What was said of a language or a theme, where it is one of ours. */
export function oneOf<T extends string>(known: readonly T[], said: string | null | undefined): T | null {
  return known.find((one) => one === said) ?? null;
}
