import { useSyncExternalStore } from "react";

/** Whether the command key is the one for shortcuts. */
export function isApple(): boolean {
  return /Mac|iPhone|iPad/.test(navigator.platform);
}

/** The same where it is drawn: the server does not know. */
export function useIsApple(): boolean {
  return useSyncExternalStore(subscribe, isApple, () => false);
}

/** A keyboard stays what it is. */
function subscribe(): () => void {
  return () => undefined;
}
