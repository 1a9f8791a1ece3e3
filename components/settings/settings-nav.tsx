"use client";

import { usePathname } from "next/navigation";
import { useSettingsWords } from "@/components/reader";
import { join } from "@/components/ui/join";
import { Link } from "@/components/ui/link";
import { SETTINGS_ITEMS } from "./settings-items";

/** The pages of settings, in one line above each of them; it wraps before it scrolls. */
export function SettingsNav() {
  const words = useSettingsWords();
  const pathname = usePathname();
  return (
    <nav aria-label={words.page} className="mb-5 max-w-list border-b">
      <ul className="-ms-3 flex flex-wrap">
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
