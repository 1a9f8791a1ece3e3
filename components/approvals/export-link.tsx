"use client";

import { addresses } from "@/components/addresses";
import { useReader, useWords } from "@/components/reader";
import { DownloadIcon } from "@/components/ui/icons";
import { can } from "@/lib/domain/rights";

/** What is looked at, all of it, as a file. A plain link, for those whose role includes it. */
export function ExportLink({
  filters,
  label,
}: {
  filters: Record<string, string>;
  /** With how many rows there will be, where that is known. */
  label?: string;
}) {
  const { role } = useReader();
  const words = useWords();
  if (!can(role, "export")) return null;
  return (
    <a
      href={addresses.exportCsv(filters)}
      download
      data-key="export"
      className="inline-flex min-h-touch shrink-0 items-center gap-1 font-medium text-pen text-small hover:underline"
    >
      <DownloadIcon className="size-4" />
      {label ?? words.export}
    </a>
  );
}
