"use client";

import { addresses } from "@/components/addresses";
import { useWords } from "@/components/reader";

/** The statement of what is looked at, to print or to keep. */
export function PrintLink({ search }: { search: string }) {
  const words = useWords().history;
  return (
    <a
      href={`${addresses.historyPrint}${search}`}
      className="inline-flex min-h-touch shrink-0 items-center font-medium text-pen text-small hover:underline"
    >
      {words.print}
    </a>
  );
}
