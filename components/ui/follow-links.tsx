"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";
import { isPlainClick } from "./is-plain-click";
import { goShort } from "./shortcut";

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
