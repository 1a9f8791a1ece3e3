"use client";

import type { PointerEvent } from "react";
import { useReader } from "@/components/reader";
import { formatInstant } from "@/lib/messages/format";
import { useExactNow } from "./clock";

/**
 * The exact time with its zone, one hover away. It is written when somebody points at it: hundreds of rows have
 * two of them each, and nearly none is ever read.
 */
export function useExactTitle(at: Date): { onPointerEnter: (event: PointerEvent<HTMLElement>) => void } {
  const { locale, timeZone } = useReader();
  const exactNow = useExactNow();
  return {
    onPointerEnter: ({ currentTarget }) => {
      currentTarget.title = formatInstant(at, timeZone, locale, exactNow());
    },
  };
}
