"use client";

import { createContext, useContext } from "react";
import { useSettingsWords } from "@/components/reader";
import type { OwnPreferences } from "@/lib/api/types";
import type { Saving } from "./saving";

/** What is stored; what a form without scripts just sent, and why it was not taken; the token its next one needs. */
export type Given = {
  stored: OwnPreferences;
  sent: { [K in keyof OwnPreferences]?: OwnPreferences[K] | undefined };
  why: string | null;
  csrfToken: string;
};

const GivenContext = createContext<Given | null>(null);
export const GivenProvider = GivenContext.Provider;

export function useFormToken(): string {
  return useContext(GivenContext)?.csrfToken ?? "";
}

/** Saved is what was sent and is stored, whatever an address says. */
export function useGiven<N extends keyof OwnPreferences>(
  name: N,
): { value: OwnPreferences[N]; saving: Saving } {
  const given = useContext(GivenContext);
  const { whys } = useSettingsWords().appearance;
  if (!given) throw new Error("preferences are shown outside their page");
  const { stored, sent, why } = given;
  // The type of a named field that may be missing.
  const value = sent[name] as OwnPreferences[N] | undefined;
  if (value === undefined) return { value: stored[name], saving: { state: "idle" } };
  if (value === stored[name]) return { value, saving: { state: "saved" } };
  return { value, saving: { state: "failed", why: why === "csrf" ? whys.csrf : whys.other } };
}
