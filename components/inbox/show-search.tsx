"use client";

import { useWords } from "@/components/reader";
import { SearchIcon } from "@/components/ui/icons";
import { Link } from "@/components/ui/link";

/** The way to the fields on a phone, where a short list needs the place more than they do. */
export function ShowSearch({ href, show }: { href: string; show: () => void }) {
  const words = useWords().filters;
  return (
    <Link
      href={href}
      scroll={false}
      aria-label={words.label}
      className="grid size-touch shrink-0 place-items-center text-ink-2 desk:hidden"
      onClick={(event) => {
        event.preventDefault();
        show();
        requestAnimationFrame(() => document.querySelector<HTMLElement>("#content input[name=q]")?.focus());
      }}
    >
      <SearchIcon className="size-5" />
    </Link>
  );
}
