"use client";

import { useWords } from "@/components/reader";

export function BackfillBar({ done, of }: { done: number; of: number }) {
  const words = useWords().coverage;
  return (
    <div
      role="progressbar"
      aria-label={words.progress}
      aria-valuemin={0}
      aria-valuemax={of}
      aria-valuenow={done}
      data-urgency="waiting"
    >
      <svg className="block h-1 w-full rounded-full" aria-hidden="true">
        <rect className="bar-ground" width="100%" height="100%" />
        <rect className="bar-left" width={`${(done / of) * 100}%`} height="100%" />
      </svg>
    </div>
  );
}
