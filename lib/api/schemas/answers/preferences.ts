import type { OwnPreferences } from "@/lib/api/types";
import type { Preferences } from "@/lib/domain/preferences";

export function preferencesJson(one: Preferences): OwnPreferences {
  const { locale, theme, timeZone, singleKeys, keepOffline, firstSteps } = one;
  return { locale, theme, timeZone, singleKeys, keepOffline, firstSteps };
}
