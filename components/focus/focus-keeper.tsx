"use client";

import { usePathname } from "next/navigation";
import { useEffect, useRef } from "react";
import { arrive, keepFocus } from "./keep-focus";

/** The keyboard is never nowhere: after a page, a row or a dialog is gone, it is where one would look for it. */
export function FocusKeeper() {
  const pathname = usePathname();
  const before = useRef(pathname);
  useEffect(() => keepFocus(), []);
  useEffect(() => {
    if (before.current === pathname) return;
    arrive(pathname, before.current);
    before.current = pathname;
  }, [pathname]);
  return null;
}
