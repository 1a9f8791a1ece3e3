"use client";

import type { ReactNode } from "react";
import { Announcer } from "@/components/announce/announcer";
import { FocusKeeper } from "@/components/focus/focus-keeper";
import { Keyboard } from "@/components/keyboard/keyboard";
import { useWords } from "@/components/reader";
import { Toasts } from "@/components/toast/toasts-shown";
import { ConnectionBanner } from "./connection-banner";
import { LiveTitle } from "./live-title";
import { Rail } from "./rail";
import { SandboxBanner } from "./sandbox-banner";
import { TabBar } from "./tab-bar";

/** The house around every screen behind the door. On a desk each column scrolls by itself. */
export function Shell({ children }: { children: ReactNode }) {
  const words = useWords().app;
  return (
    <div className="relative flex min-h-dvh flex-col desk:h-dvh desk:overflow-hidden print:block print:h-auto print:overflow-visible">
      <a
        href="#content"
        className="sr-only z-20 rounded bg-pen px-4 py-3 font-semibold text-on-pen focus:not-sr-only focus:fixed focus:start-4 focus:top-2"
      >
        {words.skip}
      </a>
      <SandboxBanner />
      <ConnectionBanner />
      <noscript>
        <p className="border-b bg-wash px-4 py-1 text-ink-2 text-small desk:px-5 print:hidden">
          {words.noScript}
        </p>
      </noscript>
      <div className="min-h-0 flex-1 desk:grid desk:grid-cols-strip wide:grid-cols-rail print:block">
        <Rail />
        {children}
      </div>
      <TabBar />
      <LiveTitle />
      <FocusKeeper />
      <Keyboard />
      <Toasts />
      <Announcer />
    </div>
  );
}
