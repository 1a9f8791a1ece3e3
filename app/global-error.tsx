"use client";

import "./globals.css";
import { ErrorScreen } from "@/components/shell/error-screen";
import { LAST_WORDS } from "@/lib/messages/last-words";

/** When even the frame around every page could not be drawn, and with it the language it would have had. */
export default function GlobalError(props: { error: unknown; retry: () => void }) {
  const locale = localeShown();
  return (
    <html lang={locale} className="font-sans text-body">
      <body>
        <ErrorScreen {...props} words={LAST_WORDS[locale]} />
      </body>
    </html>
  );
}

/** The page that broke, if there was one, still says in which language it was. */
function localeShown(): keyof typeof LAST_WORDS {
  const said = typeof document === "undefined" ? "" : document.documentElement.lang;
  return Object.keys(LAST_WORDS).find((locale): locale is keyof typeof LAST_WORDS => locale === said) ?? "en";
}
