"use client";

import { addresses } from "@/components/addresses";
import { useWords } from "@/components/reader";
import { BackIcon } from "@/components/ui/icons";
import { Link } from "@/components/ui/link";
import { isOpenPhase } from "@/lib/domain/phase";
import type { Phase } from "@/lib/domain/records";
import { useCameFrom } from "./came-from";

/** Back to the list the request was opened from. On a desk the inbox stands beside it and needs no way. */
export function WayBack({ phase }: { phase: Phase }) {
  const words = useWords().nav;
  const from = useCameFrom();
  const back =
    from !== null
      ? { href: from.href, label: words.history }
      : isOpenPhase(phase)
        ? { href: addresses.inbox, label: words.inbox }
        : { href: addresses.history, label: words.history };
  return (
    <Link
      href={back.href}
      data-key="back"
      className={`-ms-1 inline-flex min-h-touch items-center gap-1 pe-3 font-medium text-pen text-small print:hidden ${from === null ? "desk:hidden" : ""}`}
    >
      <BackIcon />
      {back.label}
    </Link>
  );
}
