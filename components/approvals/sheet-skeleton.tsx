"use client";

import { useWords } from "@/components/reader";
import { Skeleton } from "@/components/ui/skeleton";

export function SheetSkeleton() {
  const words = useWords().app;
  return (
    <div role="status" aria-busy="true" className="h-full bg-sheet px-4 pt-5 desk:px-6">
      <span className="sr-only">{words.loading}</span>
      <Skeleton className="w-1/3" />
      <Skeleton className="mt-4 h-5 w-2/3" />
      <Skeleton className="mt-5 h-7 w-1/2" />
      <Skeleton className="mt-5 h-1" />
      <div className="mt-6 grid gap-5">
        <Skeleton className="h-7" />
        <Skeleton className="h-5" />
        <Skeleton className="h-5" />
      </div>
    </div>
  );
}
