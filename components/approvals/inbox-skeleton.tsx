"use client";

import { useWords } from "@/components/reader";
import { Skeleton } from "@/components/ui/skeleton";

const ROWS = ["a", "b", "c", "d", "e"];

/** The inbox before it is known: the same places, no numbers, so nothing can be taken for an answer. */
export function InboxSkeleton() {
  const words = useWords().app;
  return (
    <div aria-busy="true" role="status">
      <span className="sr-only">{words.loading}</span>
      <Skeleton className="h-7 w-1/2" />
      <Skeleton className="mt-3 w-2/3" />
      <div className="mt-5 grid grid-cols-sums gap-4 border-y py-4">
        <Skeleton className="h-6" />
        <Skeleton className="h-6" />
        <Skeleton className="h-6" />
      </div>
      <ul className="mt-7 border-t">
        {ROWS.map((row) => (
          <li key={row} className="grid grid-cols-row items-center gap-3 border-b py-4">
            <Skeleton className="size-ring rounded-full" />
            <span className="grid gap-2">
              <Skeleton className="w-1/2" />
              <Skeleton className="w-2/3" />
            </span>
            <Skeleton className="h-5 w-7" />
          </li>
        ))}
      </ul>
    </div>
  );
}
