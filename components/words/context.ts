"use client";

import { createContext, useContext } from "react";
import type { Locale } from "@/lib/domain/locale";
import type { BrowserWords, Doors, Settings } from "@/lib/messages";

/** One language, as far as this page has it. */
export type Spoken = Omit<BrowserWords, "format"> & {
  locale: Locale;
  settings: Settings | null;
  doors: Doors | null;
};

export const SpokenContext = createContext<Spoken | null>(null);

let byDefault: Spoken | null = null;

/** A test of one component has no page around it that knows its reader. */
export function speakByDefault(spoken: Spoken): void {
  byDefault = spoken;
}

export function useSpoken(): Spoken {
  const spoken = useContext(SpokenContext) ?? byDefault;
  if (!spoken) throw new Error("no language was loaded around this component");
  return spoken;
}
