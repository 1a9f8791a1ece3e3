"use client";

import { usePathname } from "next/navigation";
import { addresses } from "@/components/addresses";
import { useSettingsWords } from "@/components/reader";
import { BackIcon } from "@/components/ui/icons";
import { join } from "@/components/ui/join";
import { Link } from "@/components/ui/link";
import { SETTINGS_ITEMS } from "./settings-items";

/**
 * The pages of settings in one line above each of them. A phone has no room for that line: there each page leads
 * back to the list of all, which needs neither.
 */
export function SettingsNav() {
  const words = useSettingsWords();
  const pathname = usePathname();
  if (pathname === addresses.settings) return null;
  return (
    <nav aria-label={words.page} className="mb-3 max-w-list pad:mb-5 pad:border-b">
      <Link
        href={addresses.settings}
        className="-ms-1 inline-flex min-h-touch items-center gap-1 text-ink-2 text-small hover:text-ink pad:hidden"
      >
        <BackIcon />
        {words.page}
      </Link>
      <ul className="-ms-3 hidden flex-wrap pad:flex">
        {SETTINGS_ITEMS.map(({ name, href }) => {
          const isHere = pathname === href;
          return (
            <li key={name}>
              <Link
                href={href}
                aria-current={isHere ? "page" : undefined}
                className={join(
                  "flex min-h-touch items-center px-3 font-medium text-small",
                  isHere ? "text-ink" : "text-ink-2 hover:text-ink",
                )}
              >
                <span
                  className={join(
                    "-mb-px flex min-h-touch items-center border-b-2",
                    isHere ? "border-ink" : "border-transparent",
                  )}
                >
                  {words[name].page}
                </span>
              </Link>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
