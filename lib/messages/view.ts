import type { Locale } from "@/lib/domain/locale";

/** Who reads: every figure and instant is written for a language, a zone and a moment given by the caller. */
export type { Locale };
export type View = { locale: Locale; timeZone: string; now: Date };
