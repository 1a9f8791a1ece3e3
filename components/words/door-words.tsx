"use client";

import dynamic from "next/dynamic";
import type { ReactNode } from "react";
import { area } from "./area";
import { useSpoken } from "./context";
import type { Parts } from "./part";

const DOORS: Parts = {
  en: dynamic(() => import("@/lib/messages/en/doors").then(area)),
  de: dynamic(() => import("@/lib/messages/de/doors").then(area)),
  "en-XA": dynamic(() => import("@/lib/messages/pseudo/doors").then(area)),
};

/** Around the pages before anybody is signed in. */
export function DoorWords({ children }: { children: ReactNode }) {
  const Part = DOORS[useSpoken().locale];
  return <Part>{children}</Part>;
}
