"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { useReader } from "@/components/reader";
import { reloadOnce } from "./reload-once";

/**
 * Keeps the last list on this device for when there is no network, for this session alone. `pass`: null where
 * no service worker is wanted.
 */
export function KeepOffline({ pass }: { pass: string | null }) {
  const client = useQueryClient();
  const { role, locale, timeZone, keepOffline } = useReader();
  useEffect(() => reloadOnce(), []);
  useEffect(() => {
    let stop: (() => void) | null = null;
    let isOver = false;
    // Nothing of it is needed for what is on the screen, so it comes after that.
    void pageLoaded()
      .then(() => import("./start-offline"))
      .then(({ startOffline }) => {
        if (isOver) return;
        stop = startOffline(client, { pass, isWanted: keepOffline, reader: { role, locale, timeZone } });
      })
      .catch(() => undefined);
    return () => {
      isOver = true;
      stop?.();
    };
  }, [client, pass, keepOffline, role, locale, timeZone]);
  return null;
}

function pageLoaded(): Promise<void> {
  if (document.readyState === "complete") return Promise.resolve();
  return new Promise((resolve) => window.addEventListener("load", () => resolve(), { once: true }));
}
