"use client";

import { usePathname } from "next/navigation";
import { useCameFrom } from "@/components/approvals/came-from";
import { useWords } from "@/components/reader";
import { Link } from "@/components/ui/link";
import { NAV_ITEMS, partOf } from "./nav-items";
import { useWaitingCount } from "./use-waiting-count";

/** Navigation on a phone. An opened request has its own button there and a way back at the top. */
export function TabBar() {
  const words = useWords().nav;
  const pathname = usePathname();
  const here = partOf(pathname, useCameFrom()?.place ?? null);
  const count = useWaitingCount();
  if (pathname.includes("/approvals/")) return null;
  return (
    <nav
      aria-label={words.label}
      className="fixed inset-x-0 bottom-0 z-10 border-t bg-paper px-2 pt-1 pb-[max(0.5rem,env(safe-area-inset-bottom))] desk:hidden print:hidden"
    >
      <ul className="mx-auto grid max-w-list auto-cols-fr grid-flow-col">
        {NAV_ITEMS.map(({ name, href, icon }) => (
          <li key={name}>
            <Link
              href={href}
              aria-current={here === name ? "page" : undefined}
              className={`relative grid min-h-button content-center justify-items-center gap-px font-medium text-caption [&_svg]:size-5 ${
                here === name ? "text-pen" : "text-ink-3"
              }`}
            >
              {icon}
              {words[name]}
              {name === "inbox" && count ? (
                <span className="absolute start-1/2 top-px ms-2 min-w-4 rounded-full bg-pen px-1 text-center font-semibold text-[10px] text-on-pen leading-4">
                  <span aria-hidden="true">{count > 99 ? "99+" : count}</span>
                  <span className="sr-only">{words.waiting(count)}</span>
                </span>
              ) : null}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
