"use client";

import { useWords } from "@/components/reader";
import { Skeleton } from "@/components/ui/skeleton";
import type { Approval } from "@/lib/api/types";
import { HistoryRow } from "./history-row";

/** One that is on its way takes the room of one that is there, and stays still. */
export function RowOrRoom({
  approval,
  search,
  height,
}: {
  approval: Approval | null;
  search: string;
  height: number;
}) {
  const words = useWords().history;
  if (approval !== null) return <HistoryRow approval={approval} search={search} />;
  return (
    <div data-slot="row-to-come" className="grid content-center gap-2 border-b" style={{ height }}>
      <span className="sr-only">{words.loadingRow}</span>
      <Skeleton className="h-3 w-1/2" />
      <Skeleton className="h-2 w-1/3" />
    </div>
  );
}
