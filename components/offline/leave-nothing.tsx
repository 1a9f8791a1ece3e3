"use client";

import { useEffect } from "react";
import { clearBadge } from "@/components/shell/app-badge";
import { forget } from "@/lib/offline/forget";

/** At the door nobody is signed in: nothing of whoever was before stays on this device. */
export function LeaveNothing() {
  useEffect(() => leaveNothing(), []);
  return null;
}

export function leaveNothing(): void {
  forget();
  clearBadge();
}
