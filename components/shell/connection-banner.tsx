"use client";

import { useQuery } from "@tanstack/react-query";
import { usePathname } from "next/navigation";
import { addresses } from "@/components/addresses";
import { useReader, useWords } from "@/components/reader";
import { ConnectionNoticeText } from "@/components/settings/connection-notice";
import { isGrave } from "@/components/settings/is-grave";
import { join } from "@/components/ui/join";
import { Link } from "@/components/ui/link";
import { summaryQuery } from "@/lib/api/queries/summary";
import type { ConnectionNotice } from "@/lib/api/types";

/** What is wrong with the connection, on every page for everybody; the page about it says all of it itself. */
export function ConnectionBanner() {
  const words = useWords().connection;
  const { role } = useReader();
  const pathname = usePathname();
  const [worst, ...others] = useQuery(summaryQuery()).data?.connection.notices ?? [];
  if (!worst || pathname === addresses.connection) return null;
  return (
    <aside
      aria-label={words.name}
      className={join(
        "col-span-full border-b px-4 py-1 text-small desk:px-5 print:hidden",
        isGrave(worst) ? "bg-last-wash text-last" : "bg-soon-wash text-soon",
      )}
    >
      <ConnectionNoticeText notice={worst} />{" "}
      <Link href={addresses.connection} className="inline-block py-1 underline underline-offset-2">
        {role === "owner" ? words.steps[stepOf(worst)] : words.askOwner}
      </Link>
      {others.length > 0 ? ` · ${words.more(others.length)}` : null}
    </aside>
  );
}

function stepOf({ kind }: ConnectionNotice): keyof ReturnType<typeof useWords>["connection"]["steps"] {
  if (kind === "disconnected" || kind === "no_token") return kind;
  return kind === "scope_missing" ? "scope" : "token";
}
