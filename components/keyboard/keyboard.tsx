"use client";

import { useRouter } from "next/navigation";
import { lazy, Suspense, useEffect } from "react";
import { useReader } from "@/components/reader";
import { carryOut } from "./carry-out";
import { isApple } from "./is-apple";
import { isFreeForEnter, isQuiet } from "./is-quiet";
import { showOverlay, toggleOverlay, useOverlay } from "./overlay";
import { readKey } from "./read-key";

/** How long `g` waits for what comes after it. */
const BEGUN_MS = 1_500;

const KeySheet = lazy(() => import("./key-sheet"));
const Palette = lazy(() => import("@/components/palette/palette"));

/** Listens for the whole app. What the keys do is fetched with the first of them. */
export function Keyboard() {
  const router = useRouter();
  const { singleKeys } = useReader();
  const overlay = useOverlay();
  useEffect(() => {
    let begun: { keys: readonly string[]; atMs: number } | null = null;
    function listen(event: KeyboardEvent) {
      const isFresh = begun !== null && event.timeStamp - begun.atMs < BEGUN_MS;
      const before = isFresh && begun !== null ? begun.keys : [];
      if (isModifier(event.key)) return;
      begun = null;
      if (event.defaultPrevented) return;
      const reading = readKey(event, {
        before,
        isApple: isApple(),
        isQuiet: isQuiet(event.target),
        singleKeys,
      });
      if (reading === null) return;
      if ("so" in reading) {
        begun = { keys: reading.so, atMs: event.timeStamp };
        return;
      }
      const { action, isNative } = reading.row;
      if (action === "open" && !isFreeForEnter(event.target)) return;
      if (!isNative) event.preventDefault();
      // Not a moment later: what is typed next is meant for it.
      if (action === "palette" || action === "help") return toggleOverlay(action);
      void carryOut(action, router);
    }
    document.addEventListener("keydown", listen);
    return () => document.removeEventListener("keydown", listen);
  }, [router, singleKeys]);
  const close = () => showOverlay(null);
  return (
    <Suspense>
      {overlay === "help" ? <KeySheet close={close} /> : null}
      {overlay === "palette" ? <Palette close={close} /> : null}
    </Suspense>
  );
}

function isModifier(key: string): boolean {
  return key === "Shift" || key === "Control" || key === "Alt" || key === "Meta" || key === "CapsLock";
}
