"use client";

import dynamic from "next/dynamic";
import { type ComponentType, type ReactNode, useContext, useMemo } from "react";
import type { Locale } from "@/lib/domain/locale";
import type { BrowserWords, Doors, Settings } from "@/lib/messages";
import { knowFormat } from "@/lib/messages/format-words";
import { SpokenContext, useSpoken } from "./context";

type Part = ComponentType<{ children: ReactNode }>;
type Parts = Record<Locale, Part>;

// A language is a line in each of these three. Each is a file of its own, which the server draws the page with
// and names in its head, so that the words are there before anything that needs them.
const LANGUAGES: Parts = {
  en: dynamic(() => import("@/lib/messages/en/browser").then(({ browser }) => language("en", browser))),
  de: dynamic(() => import("@/lib/messages/de/browser").then(({ browser }) => language("de", browser))),
  "en-XA": dynamic(() =>
    import("@/lib/messages/pseudo/browser").then(({ browser }) => language("en-XA", browser)),
  ),
};

const SETTINGS: Parts = {
  en: dynamic(() => import("@/lib/messages/en/settings").then(area)),
  de: dynamic(() => import("@/lib/messages/de/settings").then(area)),
  "en-XA": dynamic(() => import("@/lib/messages/pseudo/settings").then(area)),
};

const DOORS: Parts = {
  en: dynamic(() => import("@/lib/messages/en/doors").then(area)),
  de: dynamic(() => import("@/lib/messages/de/doors").then(area)),
  "en-XA": dynamic(() => import("@/lib/messages/pseudo/doors").then(area)),
};

function language(locale: Locale, { format, screens, domain }: BrowserWords): Part {
  knowFormat(locale, format);
  const spoken = { locale, screens, domain, settings: null, doors: null };
  return ({ children }) => <SpokenContext value={spoken}>{children}</SpokenContext>;
}

function area(words: { settings: Settings } | { doors: Doors }): Part {
  return ({ children }) => {
    const around = useContext(SpokenContext);
    const spoken = useMemo(() => around && { ...around, ...words }, [around]);
    return <SpokenContext value={spoken}>{children}</SpokenContext>;
  };
}

/** Around every page: the words of its reader, and of nobody else. */
export function Language({ locale, children }: { locale: Locale; children: ReactNode }) {
  const Part = LANGUAGES[locale];
  return <Part>{children}</Part>;
}

/** Around the settings, whose words no other page needs. */
export function SettingsWords({ children }: { children: ReactNode }) {
  const Part = SETTINGS[useSpoken().locale];
  return <Part>{children}</Part>;
}

/** Around the pages before anybody is signed in. */
export function DoorWords({ children }: { children: ReactNode }) {
  const Part = DOORS[useSpoken().locale];
  return <Part>{children}</Part>;
}
