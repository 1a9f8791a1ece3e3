"use client";

import { type ReactNode, useEffect, useRef, useState } from "react";
import { useSettingsWords } from "@/components/reader";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { phraseText } from "@/components/ui/phrase";
import type { ChangeProblem } from "./use-change";

/** Two steps for what cannot be taken back: what it means stands between them, in the page. */
export function ConfirmStep({
  open,
  submit,
  sending,
  text,
  isBusy,
  problem,
  onConfirm,
}: {
  open: string;
  submit: string;
  sending: string;
  text: ReactNode;
  isBusy: boolean;
  problem: ChangeProblem | null;
  onConfirm: () => void;
}) {
  const words = useSettingsWords().connection.form;
  const [isOpen, setIsOpen] = useState(false);
  const step = useRef<HTMLDivElement>(null);
  const opener = useRef<HTMLButtonElement>(null);
  const wasOpen = useRef(false);
  useEffect(() => {
    if (isOpen) step.current?.focus();
    else if (wasOpen.current) opener.current?.focus();
    wasOpen.current = isOpen;
  }, [isOpen]);
  if (!isOpen) {
    return (
      <Button ref={opener} onClick={() => setIsOpen(true)}>
        {open}
      </Button>
    );
  }
  return (
    <div ref={step} tabIndex={-1} className="grid w-full gap-3 border-line border-t pt-3 outline-none">
      <div className="text-ink-2">{text}</div>
      {problem ? (
        <Notice role="alert" tone="alert">
          <p>{phraseText(words.unchanged, { why: problem.text })}</p>
        </Notice>
      ) : null}
      <div className="flex flex-wrap gap-3">
        <Button onClick={onConfirm} disabled={isBusy} variant="grave">
          {isBusy ? sending : submit}
        </Button>
        <Button onClick={() => setIsOpen(false)} disabled={isBusy}>
          {words.cancel}
        </Button>
      </div>
    </div>
  );
}
