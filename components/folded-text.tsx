"use client";

import { type ReactNode, useCallback, useId, useState } from "react";
import { useWords } from "@/components/reader";
import { Button } from "@/components/ui/button";

/** A long text of somebody else's, six lines of it at first; what does not fit opens where it stands. */
export function FoldedText({
  as: Box = "p",
  className = "",
  children,
}: {
  as?: "p" | "blockquote";
  className?: string;
  children: ReactNode;
}) {
  const words = useWords().folded;
  const id = useId();
  const [isOpen, setIsOpen] = useState(false);
  const [isCut, setIsCut] = useState(false);
  const watch = useCallback(
    (box: HTMLElement | null) => {
      if (!box || isOpen) return;
      const measuring = new ResizeObserver(() => setIsCut(box.scrollHeight > box.clientHeight + 1));
      measuring.observe(box);
      return () => measuring.disconnect();
    },
    [isOpen],
  );
  return (
    <>
      <Box
        id={id}
        ref={watch}
        data-slot="folded-text"
        className={`whitespace-pre-line ${className} ${isOpen ? "" : "line-clamp-6 print:line-clamp-none"}`}
      >
        {children}
      </Box>
      {isCut ? (
        <Button
          variant="plain"
          size="inline"
          className="text-small"
          aria-expanded={isOpen}
          aria-controls={id}
          onClick={() => setIsOpen(!isOpen)}
        >
          {isOpen ? words.less : words.all}
        </Button>
      ) : null}
    </>
  );
}
