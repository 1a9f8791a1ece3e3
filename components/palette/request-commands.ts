"use client";

import { useState } from "react";
import { addresses } from "@/components/addresses";
import { ACTIONS, openedWayOut } from "@/components/keyboard/act";
import { useWords } from "@/components/reader";
import { showToast } from "@/components/toast/toasts";
import { copyText } from "@/components/ui/copy-text";
import type { Command } from "./commands";

/**
 * What can be done with the request that was open when the palette came. The way out is the page's own link: where
 * the page has none, there is none here.
 */
export function useRequestCommands(): readonly Command[] {
  const { request: words, said } = useWords().palette;
  const [{ id, way }] = useState(() => ({ id: openedId(), way: openedWayOut() }));
  if (id === null) return [];
  const copy = (text: string, done: string) => async () => {
    const isCopied = await copyText(text);
    showToast(isCopied ? done : said.notCopied, isCopied ? "plain" : "last");
  };
  const act = (name: keyof typeof words, run: () => void): Command => ({
    id: `request:${name}`,
    group: "request",
    label: words[name],
    run,
  });
  return [
    act("copyLink", copy(`${window.location.origin}${addresses.approval(id)}`, said.linkCopied)),
    act("copyId", copy(id, said.idCopied)),
    { ...act("back", () => ACTIONS.back(NOWHERE)), key: "back" as const },
    // Never the first: it is the one that leaves.
    ...(way ? [{ ...act("leave", () => openedWayOut() === way && way.click()), key: "leave" as const }] : []),
  ];
}

/** Going back presses what stands on the page. */
const NOWHERE = { push: () => undefined, replace: () => undefined };

function openedId(): string | null {
  const [, part, id] = window.location.pathname.split("/");
  return part === "approvals" && id ? decodeURIComponent(id) : null;
}
