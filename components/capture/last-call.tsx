"use client";

import { addresses } from "@/components/addresses";
import { useSettingsWords } from "@/components/reader";
import { Link } from "@/components/ui/link";
import { phraseText } from "@/components/ui/phrase";
import type { LastCall } from "@/lib/api/types";

/** What came of a call, with the way to the request where there is one. */
export function LastCallText({ last }: { last: LastCall }) {
  const text = useTextOf(last);
  const { approvalId } = last;
  if (approvalId === null) return text;
  return (
    <Link href={addresses.approval(approvalId)} className="text-pen underline underline-offset-4">
      {text}
    </Link>
  );
}

function useTextOf({ outcome, why, whyCode }: LastCall): string {
  const { outcomes, withStatus, doubledPath } = useSettingsWords().capture.callers;
  if (outcome === "refused") return phraseText(outcomes.refused, { why: why ?? "" });
  if (whyCode === "doubled_path") return phraseText(doubledPath, { why: why ?? "" });
  const status = /^answered_(\d{3})$/.exec(whyCode ?? "")?.[1];
  return status ? phraseText(withStatus, { what: outcomes[outcome], status }) : outcomes[outcome];
}
