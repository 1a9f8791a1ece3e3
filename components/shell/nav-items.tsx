import type { ReactNode } from "react";
import { addresses } from "@/components/addresses";
import { ContractsIcon, HistoryIcon, InboxIcon, SettingsIcon } from "@/components/ui/icons";

export type NavName = "inbox" | "history" | "contracts" | "settings";

export const NAV_ITEMS: { name: NavName; href: string; icon: ReactNode }[] = [
  { name: "inbox", href: addresses.inbox, icon: <InboxIcon /> },
  { name: "history", href: addresses.history, icon: <HistoryIcon /> },
  { name: "contracts", href: addresses.contracts, icon: <ContractsIcon /> },
  { name: "settings", href: addresses.settings, icon: <SettingsIcon /> },
];

/** Which part of the house an address belongs to; a request belongs to the inbox, or where it came from. */
export function partOf(pathname: string, from: NavName | null): NavName | null {
  if (pathname.startsWith("/approvals/") && from !== null) return from;
  if (pathname === "/" || pathname.startsWith("/approvals/") || pathname === addresses.add) return "inbox";
  const first = pathname.split("/")[1];
  return NAV_ITEMS.find(({ name }) => name === first)?.name ?? null;
}
