"use client";

import { useQuery } from "@tanstack/react-query";
import { usePathname } from "next/navigation";
import { addresses } from "@/components/addresses";
import { useReader, useWords } from "@/components/reader";
import { Link } from "@/components/ui/link";
import { useCan } from "@/components/use-can";
import { summaryQuery } from "@/lib/api/queries/summary";

/** Never taken for real money: said on every screen. */
export function SandboxBanner() {
  const words = useWords().sandbox;
  const state = useQuery(summaryQuery()).data?.connection.state;
  const canConnect = useCan("manage_connection");
  const { firstSteps } = useReader();
  const pathname = usePathname();
  if (state !== "sandbox") return null;
  return (
    <aside
      aria-label={words.name}
      className="col-span-full border-b bg-soon-wash px-4 py-1 text-small text-soon desk:px-5 print:hidden"
    >
      <b className="font-semibold">{words.name}</b> {words.text}{" "}
      {canConnect ? (
        <Link href={addresses.connection} className="inline-block py-1 underline underline-offset-2">
          {words.connect}
        </Link>
      ) : null}{" "}
      {canConnect && firstSteps && pathname !== addresses.welcome ? (
        <Link href={addresses.welcome} className="ms-2 inline-block py-1 underline underline-offset-2">
          {words.firstSteps}
        </Link>
      ) : null}
    </aside>
  );
}
