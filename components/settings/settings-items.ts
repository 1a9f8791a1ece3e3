import { addresses } from "@/components/addresses";

/** In the order people need them; a page that does not exist has no row. */
export const SETTINGS_ITEMS = [
  { name: "connection", href: addresses.connection },
  { name: "capture", href: addresses.capture },
  { name: "coverage", href: addresses.coverage },
  { name: "team", href: addresses.team },
  { name: "appearance", href: addresses.appearance },
  { name: "security", href: addresses.security },
] as const;
