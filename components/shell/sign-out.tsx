"use client";

import { useWords } from "@/components/reader";
import { useSignOut } from "./use-sign-out";

export function SignOut({ className = "" }: { className?: string }) {
  const words = useWords().nav;
  const { leave, isLeaving } = useSignOut();
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
