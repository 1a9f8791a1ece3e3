"use client";

import type { ReactNode } from "react";
import { useSettingsWords } from "@/components/reader";
import { type Given, GivenProvider } from "./given";
import { LanguageChoice } from "./language-choice";
import { SwitchChoice } from "./switch-choice";
import { ThemeChoice } from "./theme-choice";
import { ZoneChoice } from "./zone-choice";

/** How one sees the inbox oneself, whatever one's role. */
export function Appearance({
  given,
  zone,
}: {
  given: Given;
  zone: { seen: string; listId: string; zones: ReactNode };
}) {
  const words = useSettingsWords().appearance;
  return (
    <GivenProvider value={given}>
      <h1 className="text-figure">{words.title}</h1>
      <p className="mt-1 text-ink-2">{words.lead}</p>
      <ThemeChoice />
      <LanguageChoice />
      <ZoneChoice {...zone} />
      <SwitchChoice name="singleKeys" />
      <SwitchChoice name="keepOffline" />
    </GivenProvider>
  );
}
