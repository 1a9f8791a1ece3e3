"use client";

import { createContext, type ReactNode, useContext } from "react";
import type { Role } from "@/lib/domain/records";
import { approvals } from "@/lib/messages/en/approvals";
import { consequences } from "@/lib/messages/en/consequences";
import { contracts } from "@/lib/messages/en/contracts";
import { moneyWords } from "@/lib/messages/en/money";
import { screens } from "@/lib/messages/en/screens";
import { title } from "@/lib/messages/en/titles";
import type { Locale } from "@/lib/messages/view";

/** Who looks: in which language, in which zone, with which rights. The server says it once per page. */
export type Reader = { locale: Locale; timeZone: string; role: Role };

const ReaderContext = createContext<Reader>({ locale: "en", timeZone: "UTC", role: "viewer" });

export function ReaderProvider({ reader, children }: { reader: Reader; children: ReactNode }) {
  return <ReaderContext value={reader}>{children}</ReaderContext>;
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
