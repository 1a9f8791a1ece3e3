"use client";

import { type ReactNode, useEffect, useRef, useState } from "react";
import { useWords } from "@/components/reader";
import { Button } from "@/components/ui/button";
import { phraseText } from "@/components/ui/phrase";
import type { useDismissal } from "./use-dismissal";

type Dismissal<Item extends { id: string }> = ReturnType<typeof useDismissal<Item>>;

/** One entry that can be taken away by whoever may, and brought back where it stood. */
export function Dismissible<Item extends { id: string }>({
  item,
  isDismissed,
  name,
  dismissal,
  canDismiss,
  children,
}: {
  item: Item;
  isDismissed: boolean;
  /** What it is, as text: said of the button and after it. */
  name: string;
  dismissal: Dismissal<Item>;
  canDismiss: boolean;
  children: ReactNode;
}) {
  const { apart: words, errors } = useWords();
  const [wasDismissed, setWasDismissed] = useState(isDismissed);
  if (isDismissed && !wasDismissed) setWasDismissed(true);
  const { dismissing, restoring } = dismissal.failed;
  const failure = isDismissed
    ? restoring?.id === item.id && { text: words.notRestored, why: restoring.why }
    : dismissing?.id === item.id && { text: words.notDismissed, why: dismissing.why };
  return (
    <li className="border-b border-dashed py-3 text-small">
      {isDismissed ? (
        <Gone what={name}>
          <Way
            label={words.undo}
            spoken={phraseText(words.undoWhat, { what: name })}
            isBusy={dismissal.isBusy.restoring}
            onPress={() => dismissal.restore(item)}
            takesFocus
          />
        </Gone>
      ) : (
        <>
          {children}
          {canDismiss ? (
            <Way
              label={words.dismiss}
              spoken={phraseText(words.dismissWhat, { what: name })}
              isBusy={dismissal.isBusy.dismissing}
              onPress={() => dismissal.dismiss(item)}
              takesFocus={wasDismissed}
            />
          ) : null}
        </>
      )}
      {failure ? (
        <p role="alert" className="text-last">
          {phraseText(failure.text, { why: failure.why ?? errors.noAnswer })}
        </p>
      ) : null}
    </li>
  );
}

function Gone({ what, children }: { what: string; children: ReactNode }) {
  const words = useWords().apart;
  return (
    <p className="flex flex-wrap items-center justify-between gap-x-4 text-ink-3">
      <span role="status">{phraseText(words.dismissed, { what })}</span>
      {children}
    </p>
  );
}

/** Each way takes the place of the one that was pressed, and its focus if that went nowhere else meanwhile. */
function Way({
  label,
  spoken,
  isBusy,
  onPress,
  takesFocus = false,
}: {
  label: string;
  spoken: string;
  isBusy: boolean;
  onPress: () => void;
  takesFocus?: boolean;
}) {
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (takesFocus && document.activeElement === document.body) button.current?.focus();
  }, [takesFocus]);
  return (
    <Button
      ref={button}
      variant="plain"
      size="inline"
      className="mt-1 min-w-touch justify-start text-small"
      aria-label={spoken}
      aria-disabled={isBusy}
      onClick={isBusy ? undefined : onPress}
    >
      {label}
    </Button>
  );
}
