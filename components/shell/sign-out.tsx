"use client";

import { useState } from "react";
import { addresses } from "@/components/addresses";
import { leaveNothing } from "@/components/offline/leave-nothing";
import { useWords } from "@/components/reader";
import { signOut } from "@/lib/api/queries/doors";

/** Leaves by a full load, so that nothing of the person stays in this page's memory. */
export function SignOut({ className = "" }: { className?: string }) {
  const words = useWords().nav;
  const [isLeaving, setIsLeaving] = useState(false);
  async function leave() {
    setIsLeaving(true);
    leaveNothing();
    await signOut().catch(() => undefined);
    window.location.assign(`${addresses.signIn}?out=1`);
  }
  return (
    <button
      type="button"
      onClick={leave}
      disabled={isLeaving}
      className={`min-h-touch text-ink-2 text-small underline-offset-2 hover:text-ink hover:underline desk:min-h-0 ${className}`}
    >
      {words.signOut}
    </button>
  );
}
