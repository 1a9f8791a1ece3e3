"use client";

import dynamic from "next/dynamic";
import type { ReactNode } from "react";
import { area } from "./area";
import { useSpoken } from "./context";
import type { Parts } from "./part";

const SETTINGS: Parts = {
  en: dynamic(() => import("@/lib/messages/en/settings").then(area)),
  de: dynamic(() => import("@/lib/messages/de/settings").then(area)),
  "en-XA": dynamic(() => import("@/lib/messages/pseudo/settings").then(area)),
};

/** Around the settings, whose words no other page needs. */
export function SettingsWords({ children }: { children: ReactNode }) {
  const Part = SETTINGS[useSpoken().locale];
  return <Part>{children}</Part>;
}
