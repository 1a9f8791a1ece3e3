"use client";

import { useWords } from "@/components/reader";
import { Button } from "@/components/ui/button";
import { PrintIcon } from "@/components/ui/icons";

/** Without scripts there is nothing it could do, and the stylesheet takes it away. */
export function PrintButton({ className = "" }: { className?: string }) {
  const words = useWords().print;
  return (
    <Button
      variant="plain"
      size="inline"
      data-slot="print-button"
      className={`shrink-0 px-1 text-small print:hidden ${className}`}
      onClick={() => window.print()}
    >
      <PrintIcon className="size-4" />
      {words.button}
    </Button>
  );
}
