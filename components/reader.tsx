"use client";

import { createContext, type ReactNode, useContext, useEffect, useState } from "react";
import { browserZone, rememberZone } from "@/components/time/browser-zone";
import { useSpoken } from "@/components/words/context";
import type { Locale } from "@/lib/domain/locale";
import type { Role } from "@/lib/domain/records";

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
  /** Still wants to be led through the first steps. */
  firstSteps: boolean;
};

/** The language is known around every page, the person only behind the door. */
type Person = Omit<Reader, "locale">;

const NOBODY: Person = {
  timeZone: "UTC",
  role: "viewer",
  name: "",
  singleKeys: true,
  keepOffline: false,
  firstSteps: false,
};

const ReaderContext = createContext<Reader | null>(null);

/** Without a zone of the person's own, the browser's is used and remembered for the next page. */
export function ReaderProvider({
  reader,
  isZoneGuessed = false,
  children,
}: {
  reader: Person;
  isZoneGuessed?: boolean;
  children: ReactNode;
}) {
  const [guess, setGuess] = useState<string | null>(null);
  useEffect(() => {
    if (!isZoneGuessed) return;
    setGuess(browserZone());
    rememberZone();
  }, [isZoneGuessed]);
  const { locale } = useSpoken();
  const timeZone = (isZoneGuessed ? guess : null) ?? reader.timeZone;
  return <ReaderContext value={{ ...reader, locale, timeZone }}>{children}</ReaderContext>;
}

export function useReader(): Reader {
  const { locale } = useSpoken();
  return useContext(ReaderContext) ?? { ...NOBODY, locale };
}

/** The words of the screens. */
export function useWords() {
  return useSpoken().screens;
}

/** The words of the rules: phases, consequences, money. */
export function useDomainWords() {
  return useSpoken().domain;
}

/** The words of the settings, which are loaded with them. */
export function useSettingsWords() {
  const { settings } = useSpoken();
  if (!settings) throw new Error("these words are loaded under Settings only");
  return settings;
}

/** The words before anybody is signed in, which are loaded there. */
export function useDoorWords() {
  const { doors } = useSpoken();
  if (!doors) throw new Error("these words are loaded at the doors only");
  return doors;
}
