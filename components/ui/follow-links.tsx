"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";
import { isPlainClick } from "./is-plain-click";

/** Shows an address from what is on the page already; false where its page has to be asked for. */
export type Shortcut = (href: string, how: "push" | "replace") => boolean;

let shortcut: Shortcut | null = null;

/** For as long as what it needs is there. Returns how to take it back. */
export function offerShortcut(offered: Shortcut): () => void {
  shortcut = offered;
  return () => {
    if (shortcut === offered) shortcut = null;
  };
}

export function goShort(href: string, how: "push" | "replace"): boolean {
  return shortcut?.(href, how) ?? false;
}

/** Follows every `Link` of the page; whatever a browser does with a link by itself stays with the browser. */
export function FollowLinks() {
  const router = useRouter();
  useEffect(() => {
    // After React's own handlers, which may have answered the click.
    const follow = (event: MouseEvent) => {
      if (event.defaultPrevented || !isPlainClick(event)) return;
      const link =
        event.target instanceof Element ? event.target.closest<HTMLAnchorElement>("a[data-inside]") : null;
      if (link === null || isLeftToBrowser(link)) return;
      event.preventDefault();
      const there = `${link.pathname}${link.search}`;
      if (link.hash === "" && goShort(there, "push")) return;
      router.push(`${there}${link.hash}`, { scroll: link.dataset.inside !== "stay" });
    };
    window.addEventListener("click", follow);
    return () => window.removeEventListener("click", follow);
  }, [router]);
  return null;
}

function isLeftToBrowser(link: HTMLAnchorElement): boolean {
  const isElsewhere = link.target !== "" && link.target !== "_self";
  return isElsewhere || link.hasAttribute("download") || link.origin !== window.location.origin;
}
