"use client";

import { Close, Content, Overlay, Portal, Root, Title } from "radix-ui/dialog";
import { type ReactNode, useState } from "react";
import { CrossIcon } from "./icons";
import { join } from "./join";
import { allowStyles } from "./style-nonce";

/**
 * In front of the page, which waits: a sheet from the lower edge on a phone, in the middle on a desk. It is shown
 * while it is mounted; closed, it gives the keyboard back to what had it.
 */
export function Dialog({
  title,
  closeLabel,
  close,
  onClosed,
  isBare = false,
  children,
}: {
  title: string;
  closeLabel: string;
  close: () => void;
  /** When it is gone and the keyboard is back where it was. */
  onClosed?: () => void;
  /** What is in it is its own frame: the title is only said. */
  isBare?: boolean;
  children: ReactNode;
}) {
  const [opener] = useState(() => {
    allowStyles();
    return document.activeElement;
  });
  return (
    <Root open onOpenChange={(isOpen) => isOpen || close()}>
      <Portal>
        <Overlay className="fixed inset-0 z-30 bg-veil print:hidden" />
        <Content
          data-slot="dialog"
          aria-describedby={undefined}
          onCloseAutoFocus={(event) => {
            event.preventDefault();
            giveBack(opener);
            onClosed?.();
          }}
          className={join(
            "arrives fixed inset-x-0 bottom-0 z-30 mx-auto flex max-h-dialog w-full max-w-sheet flex-col rounded-t border-t bg-sheet text-ink shadow-float outline-none",
            "pad:top-dialog pad:bottom-auto pad:rounded pad:border print:hidden",
          )}
        >
          {isBare ? (
            <Title className="sr-only">{title}</Title>
          ) : (
            <div className="flex items-center justify-between gap-4 border-b ps-4 pad:ps-5">
              <Title className="text-title">{title}</Title>
              <DialogClose label={closeLabel} />
            </div>
          )}
          {isBare ? (
            children
          ) : (
            <div className="min-h-0 overflow-y-auto overscroll-contain px-4 pt-4 pb-[max(1.5rem,env(safe-area-inset-bottom))] pad:px-5">
              {children}
            </div>
          )}
        </Content>
      </Portal>
    </Root>
  );
}

export function DialogClose({ label, className }: { label: string; className?: string }) {
  return (
    <Close
      className={join(
        "flex min-h-touch min-w-touch shrink-0 items-center justify-center text-ink-2 hover:text-ink focus-visible:-outline-offset-2",
        className,
      )}
    >
      <CrossIcon />
      <span className="sr-only">{label}</span>
    </Close>
  );
}

/** Where the opener is gone, to the start of the page's own content rather than to nothing. */
function giveBack(opener: Element | null): void {
  const isThere = opener instanceof HTMLElement && opener.isConnected && opener !== document.body;
  (isThere ? opener : document.getElementById("content"))?.focus({ preventScroll: true });
}
