import type { OfflineWords } from "@/lib/messages/offline-words";
import type { Locale } from "@/lib/messages/view";
import type { KeptList } from "../kept";
import type { Cause } from "./cause";

/** All a part of the page is drawn from. `now`: by the device's clock, in milliseconds. */
export type View = {
  kept: KeptList | null;
  cause: Cause;
  now: number;
  path: string;
  words: OfflineWords;
  locale: Locale;
  timeZone: string;
};

/** The connection's now: it went on as the device's clock did. */
export function connectionNow(kept: KeptList, now: number): Date {
  return new Date(Date.parse(kept.asOf) + (now - kept.savedAt));
}
