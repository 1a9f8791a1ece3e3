import type { ComponentType, ReactNode } from "react";
import type { Locale } from "@/lib/domain/locale";

export type Part = ComponentType<{ children: ReactNode }>;
export type Parts = Record<Locale, Part>;
