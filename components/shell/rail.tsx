"use client";

import { usePathname } from "next/navigation";
import { addresses } from "@/components/addresses";
import { useCameFrom } from "@/components/approvals/came-from";
import { OpenPalette } from "@/components/palette/open-palette";
import { useReader, useWords } from "@/components/reader";
import { MarkIcon } from "@/components/ui/icons";
import { Link } from "@/components/ui/link";
import { formatCount } from "@/lib/messages/format-count";
import { LiveState } from "./live-state";
import { NAV_ITEMS, partOf } from "./nav-items";
import { SignOut } from "./sign-out";
import { useWaitingCount } from "./use-waiting-count";
import { Workspace } from "./workspace";

/**
 * Navigation on a desk. Where the screen has no room for three columns, it is a strip with the words under
 * the drawings, so that list and request keep theirs.
 */
export function Rail() {
  const { locale } = useReader();
  const words = useWords();
  const here = partOf(usePathname(), useCameFrom()?.place ?? null);
  const count = useWaitingCount();
  return (
    <header className="hidden min-h-0 flex-col gap-5 border-e px-2 py-5 desk:flex wide:px-3 print:hidden">
      <Link
        href={addresses.inbox}
        className="flex flex-col items-center gap-1 font-semibold text-caption wide:flex-row wide:gap-2 wide:px-3 wide:text-body"
      >
        <MarkIcon className="size-5 text-pen" />
        {words.app.name}
      </Link>
      <OpenPalette className="-my-3 flex min-h-touch flex-col items-center justify-center gap-1 rounded font-medium text-caption wide:flex-row wide:justify-start wide:gap-3 wide:px-3 wide:text-body" />
      <nav aria-label={words.nav.label}>
        <ul className="grid gap-px">
          {NAV_ITEMS.map(({ name, href, icon }) => (
            <li key={name}>
              <Link
                href={href}
                aria-current={here === name ? "page" : undefined}
                className={`relative flex flex-col items-center gap-1 rounded py-2 font-medium text-caption wide:flex-row wide:gap-3 wide:px-3 wide:text-body ${
                  here === name ? "bg-wash text-ink" : "text-ink-2 hover:text-ink"
                }`}
              >
                {icon}
                {words.nav[name]}
                {name === "inbox" && count ? (
                  <span className="absolute end-2 top-1 font-semibold proportional-nums wide:static wide:ms-auto wide:text-small">
                    <span aria-hidden="true">{formatCount(count, locale)}</span>
                    <span className="sr-only">{words.nav.waiting(count)}</span>
                  </span>
                ) : null}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      <div className="mt-auto grid min-w-0 gap-3 text-center wide:px-3 wide:text-start">
        <LiveState />
        <div className="min-w-0 border-t pt-3">
          <Workspace />
          <SignOut className="mt-1" />
        </div>
      </div>
    </header>
  );
}
