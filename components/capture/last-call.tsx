"use client";

import Link from "next/link";
import { addresses } from "@/components/addresses";
import { useWords } from "@/components/reader";
import { phraseText } from "@/components/ui/phrase";
import type { LastCall } from "@/lib/api/types";

/** What came of a call, with the way to the request where there is one. */
export function LastCallText({ last: { outcome, why, approvalId } }: { last: LastCall }) {
  const { outcomes } = useWords().settings.capture.callers;
  const text =
    why === null
      ? outcomes[outcome]
      : phraseText(outcome === "refused" ? outcomes.refused : outcomes.passedBut, { why });
  if (approvalId === null) return text;
  return (
    <Link href={addresses.approval(approvalId)} className="text-pen underline underline-offset-4">
      {text}
    </Link>
  );
}
