"use client";

import { KeyNames } from "@/components/keyboard/key-names";
import { pressOf } from "@/components/keyboard/keys";
import { showOverlay } from "@/components/keyboard/overlay";
import { useWords } from "@/components/reader";
import { SearchIcon } from "@/components/ui/icons";
import { join } from "@/components/ui/join";

/** The palette for whoever does not know its keys; without scripts it is not there. */
export function OpenPalette({ className }: { className?: string }) {
  const words = useWords().palette;
  return (
    <button
      type="button"
      data-slot="open-palette"
      onClick={() => showOverlay("palette")}
      className={join("text-ink-2 hover:text-ink", className)}
    >
      <SearchIcon />
      {words.open}
      <span aria-hidden="true" className="ms-auto hidden wide:inline">
        <KeyNames press={pressOf("palette")} />
      </span>
    </button>
  );
}
