"use client";

import { useState } from "react";
import { addresses } from "@/components/addresses";
import { leaveNothing } from "@/components/offline/leave-nothing";
import { signOut } from "@/lib/api/queries/doors";

/** Leaves by a full load, so that nothing of the person stays in this page's memory. */
export function useSignOut(): { leave: () => void; isLeaving: boolean } {
  const [isLeaving, setIsLeaving] = useState(false);
  async function leave() {
    setIsLeaving(true);
    leaveNothing();
    await signOut().catch(() => undefined);
    window.location.assign(`${addresses.signIn}?out=1`);
  }
  return { leave: () => void leave(), isLeaving };
}
