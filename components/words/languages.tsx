"use client";

import dynamic from "next/dynamic";
import type { ReactNode } from "react";
import type { Locale } from "@/lib/domain/locale";
import type { BrowserWords } from "@/lib/messages";
import { knowFormat } from "@/lib/messages/format-words";
import { SpokenContext } from "./context";
import type { Part, Parts } from "./part";

// A language is a line here and in the other two files of this kind. Each is a file of its own, which the server
// draws the page with and names in its head, so that the words are there before anything that needs them. The
// three stay apart: a page that is drawn with one must not name the files of another, which are made for others.
const LANGUAGES: Parts = {
  en: dynamic(() => import("@/lib/messages/en/browser").then(({ browser }) => language("en", browser))),
  de: dynamic(() => import("@/lib/messages/de/browser").then(({ browser }) => language("de", browser))),
  "en-XA": dynamic(() =>
    import("@/lib/messages/pseudo/browser").then(({ browser }) => language("en-XA", browser)),
  ),
};

function language(locale: Locale, { format, screens, domain }: BrowserWords): Part {
  knowFormat(locale, format);
  const spoken = { locale, screens, domain, settings: null, doors: null };
  return ({ children }) => <SpokenContext value={spoken}>{children}</SpokenContext>;
}

/** Around every page: the words of its reader, and of nobody else. */
export function Language({ locale, children }: { locale: Locale; children: ReactNode }) {
  const Part = LANGUAGES[locale];
  return <Part>{children}</Part>;
}
