"use client";

import type { MouseEvent, ReactNode } from "react";
import { useWords } from "@/components/reader";
import { CrossIcon } from "@/components/ui/icons";
import { isPlainClick } from "@/components/ui/is-plain-click";
import { Link } from "@/components/ui/link";
import { phraseText } from "@/components/ui/phrase";

export type Chip = {
  key: string;
  /** As it is shown; often somebody else's words. */
  shown: ReactNode;
  /** The same where only text fits. */
  said: string;
  /** The list without this one filter. */
  href: string;
};

/** What narrows the list, each a link that takes it away: they work by themselves and say what is on. */
export function FilterChips({
  chips,
  clearHref,
  onGo,
}: {
  chips: readonly Chip[];
  clearHref: string;
  /** Goes there by itself; the links work without it. */
  onGo?: (href: string) => void;
}) {
  const words = useWords().filters.chips;
  if (chips.length === 0) return null;
  const go =
    onGo &&
    ((event: MouseEvent<HTMLAnchorElement>) => {
      if (!isPlainClick(event)) return;
      event.preventDefault();
      onGo(event.currentTarget.getAttribute("href") ?? "");
    });
  return (
    <ul aria-label={words.label} className="flex flex-wrap items-center gap-x-2 gap-y-1">
      {chips.map(({ key, shown, said, href }) => (
        <li key={key} className="min-w-0">
          <Link
            href={href}
            scroll={false}
            onClick={go}
            aria-label={phraseText(words.remove, { what: said })}
            className="inline-flex min-h-touch max-w-full items-center desk:min-h-0"
          >
            <span className="inline-flex min-w-0 items-center gap-1 rounded-full bg-wash py-1 ps-3 pe-2 font-medium text-ink text-small hover:bg-line">
              <span className="min-w-0 truncate">{shown}</span>
              <CrossIcon className="size-3 shrink-0 text-ink-2" />
            </span>
          </Link>
        </li>
      ))}
      {chips.length > 1 ? (
        <li>
          <Link
            href={clearHref}
            scroll={false}
            onClick={go}
            className="inline-flex min-h-touch items-center px-1 font-medium text-pen text-small hover:underline desk:min-h-0"
          >
            {words.clear}
          </Link>
        </li>
      ) : null}
    </ul>
  );
}
