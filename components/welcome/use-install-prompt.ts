"use client";

import { useEffect, useState } from "react";

/** Only some browsers have it, and only where the page may be installed; it belongs to no standard's types. */
type InstallEvent = Event & { prompt: () => Promise<unknown> };

/** The browser's own question, kept until somebody wants to be asked. */
export function useInstallPrompt(): { offer: (() => void) | null; isInstalled: boolean } {
  const [event, setEvent] = useState<InstallEvent | null>(null);
  const [isInstalled, setIsInstalled] = useState(false);
  useEffect(() => {
    setIsInstalled(window.matchMedia("(display-mode: standalone)").matches);
    const keep = (offered: Event) => {
      offered.preventDefault();
      if ("prompt" in offered) setEvent(offered as InstallEvent);
    };
    const done = () => setIsInstalled(true);
    window.addEventListener("beforeinstallprompt", keep);
    window.addEventListener("appinstalled", done);
    return () => {
      window.removeEventListener("beforeinstallprompt", keep);
      window.removeEventListener("appinstalled", done);
    };
  }, []);
  if (!event) return { offer: null, isInstalled };
  // It can be asked once.
  const offer = () => {
    setEvent(null);
    void event.prompt();
  };
  return { offer, isInstalled };
}
