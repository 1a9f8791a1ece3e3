"use client";

import { useContext, useMemo } from "react";
import type { Doors, Settings } from "@/lib/messages";
import { SpokenContext } from "./context";
import type { Part } from "./part";

/** Words that only some pages need, beside those that every page has. */
export function area(words: { settings: Settings } | { doors: Doors }): Part {
  return ({ children }) => {
    const around = useContext(SpokenContext);
    const spoken = useMemo(() => around && { ...around, ...words }, [around]);
    return <SpokenContext value={spoken}>{children}</SpokenContext>;
  };
}
