"use client";

import { useQuery } from "@tanstack/react-query";
import { OpenPalette } from "@/components/palette/open-palette";
import { useReader, useWords } from "@/components/reader";
import { TheirWords } from "@/components/their-words";
import { summaryQuery } from "@/lib/api/queries/summary";
import { SignOut } from "./sign-out";
import { Workspace } from "./workspace";

/** Whose inbox this is and the way out, one tap away on a phone; on a desk the rail has both. */
export function PhoneAccount() {
  const words = useWords().nav;
  const { name: person } = useReader();
  const name = useQuery(summaryQuery()).data?.workspace?.name;
  return (
    <details className="relative min-w-0 desk:hidden print:hidden">
      <summary className="flex min-h-touch cursor-pointer items-center justify-end gap-1 text-ink-2 text-small">
        <span className="truncate font-medium">{name ? <TheirWords text={name} /> : words.account}</span>
        <span aria-hidden="true" className="text-ink-3">
          ▾
        </span>
      </summary>
      <div className="absolute end-0 top-full z-10 w-[15rem] rounded border bg-sheet px-4 py-3 shadow-float">
        <Workspace />
        <p className="text-caption text-ink-3">
          <TheirWords text={person} />
        </p>
        <OpenPalette className="mt-2 flex min-h-touch w-full items-center gap-2 text-small" />
        <SignOut />
      </div>
    </details>
  );
}
