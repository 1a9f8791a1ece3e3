"use client";

import { useEffect, useRef } from "react";
import { announce } from "@/components/announce/announce";
import { useWords } from "@/components/reader";
import { phraseText } from "@/components/ui/phrase";
import { useNow } from "./clock";
import { deadlineStage } from "./deadline-stage";

/** Says a threshold once when it is passed while the page is open; silent otherwise. */
export function DeadlineAnnouncer({ expiresAt, what }: { expiresAt: string | null; what: string }) {
  const words = useWords().time.announce;
  const now = useNow();
  const stage = expiresAt === null ? null : deadlineStage(new Date(expiresAt).getTime() - now.getTime());
  const before = useRef(stage);
  useEffect(() => {
    if (stage !== before.current && stage !== null) announce(phraseText(words[stage], { what }));
    before.current = stage;
  }, [stage, what, words]);
  return null;
}
