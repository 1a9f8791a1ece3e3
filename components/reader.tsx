"use client";

import { createContext, type ReactNode, useContext, useEffect, useState } from "react";
import type { Role } from "@/lib/domain/records";
import { approvals } from "@/lib/messages/en/approvals";
import { consequences } from "@/lib/messages/en/consequences";
import { contracts } from "@/lib/messages/en/contracts";
import { moneyWords } from "@/lib/messages/en/money";
import { screens } from "@/lib/messages/en/screens";
import { title } from "@/lib/messages/en/titles";
import type { Locale } from "@/lib/messages/view";

/** Who looks: in which language, in which zone, with which rights and wishes. The server says it once per page. */
export type Reader = {
  locale: Locale;
  timeZone: string;
  role: Role;
  name: string;
  /** Letters alone do something. */
  singleKeys: boolean;
  /** The last list may stay on this device. */
  keepOffline: boolean;
};

const ReaderContext = createContext<Reader>({
  locale: "en",
  timeZone: "UTC",
  role: "viewer",
  name: "",
  singleKeys: true,
  keepOffline: false,
});

/** Without a zone of the person's own, the browser's is used and remembered for the next page. */
export function ReaderProvider({
  reader,
  isZoneGuessed = false,
  children,
}: {
  reader: Reader;
  isZoneGuessed?: boolean;
  children: ReactNode;
}) {
  const [zone, setZone] = useState(reader.timeZone);
  useEffect(() => {
    if (!isZoneGuessed) return;
    const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
    if (!timeZone) return;
    setZone(timeZone);
    // biome-ignore lint/suspicious/noDocumentCookie: the store for it is not in every browser we support.
    document.cookie = `zone=${encodeURIComponent(timeZone)}; path=/; max-age=31536000; samesite=lax`;
  }, [isZoneGuessed]);
  return <ReaderContext value={{ ...reader, timeZone: zone }}>{children}</ReaderContext>;
}

export function useReader(): Reader {
  return useContext(ReaderContext);
}

/** Only what a browser needs: the server's words (start, errors, events) stay there. */
const CATALOGUES = {
  en: { screens, domain: { ...approvals, title, consequences, contracts, money: moneyWords } },
} satisfies Record<Locale, unknown>;

/** The words of the screens. */
export function useWords() {
  return CATALOGUES[useReader().locale].screens;
}

/** The words of the rules: phases, consequences, money. */
export function useDomainWords() {
  return CATALOGUES[useReader().locale].domain;
}
