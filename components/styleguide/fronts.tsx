"use client";

import { useState } from "react";
import { KeyTable } from "@/components/keyboard/key-sheet";
import { showOverlay } from "@/components/keyboard/overlay";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Key } from "@/components/ui/key";
import { Chapter, Part } from "./part";

/** What stands in front of the page, and the keys. */
export function Fronts() {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <Chapter id="keyboard" name="In front of the page, and the keyboard">
      <Part
        name="Dialog"
        file="dialog.tsx"
        use="For what the page must wait for, or what is asked for by a key. A sheet from below on a phone, in the middle on a desk. It gives the keyboard back. Never between a person and the way out."
      >
        {() => (
          <p className="flex flex-wrap gap-3">
            <Button onClick={() => setIsOpen(true)}>Open a dialog</Button>
            <Button onClick={() => showOverlay("help")}>Open the keys</Button>
            <Button onClick={() => showOverlay("palette")}>Open the palette</Button>
          </p>
        )}
      </Part>
      {isOpen ? (
        <Dialog title="A dialog" closeLabel="Close" close={() => setIsOpen(false)}>
          <p className="text-ink-2">What the page waits for.</p>
        </Dialog>
      ) : null}
      <Part name="Key" file="key.tsx" use="A key as it is printed on a keyboard.">
        {() => (
          <p className="flex gap-2">
            <Key>j</Key>
            <Key>Enter</Key>
            <Key>⌘</Key>
          </p>
        )}
      </Part>
      <section aria-label="All keys" className="max-w-sheet">
        <KeyTable />
      </section>
    </Chapter>
  );
}
