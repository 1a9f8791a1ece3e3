"use client";

import { useEffect, useRef } from "react";
import { useSettingsWords, useWords } from "@/components/reader";
import { Button } from "@/components/ui/button";
import { CopyButton } from "@/components/ui/copy-button";
import { Notice } from "@/components/ui/notice";

/** Shown once: after this only its hash is left, and nobody can show it again. */
export function NewLink({ link, done }: { link: string; done: () => void }) {
  const { app } = useWords();
  const words = useSettingsWords().team.invite;
  const shown = useRef<HTMLDivElement>(null);
  useEffect(() => shown.current?.focus(), []);
  return (
    <section ref={shown} tabIndex={-1} aria-label={words.link} className="mt-3 grid gap-3 outline-none">
      <Notice tone="alert">
        <p className="font-semibold text-ink">{words.once}</p>
        <p>{words.how}</p>
      </Notice>
      <p
        data-slot="invitation-link"
        className="rounded border border-line-strong px-4 py-3 text-small select-all"
      >
        {link}
      </p>
      <div className="flex flex-wrap gap-3">
        <CopyButton text={link} label={words.copy} done={words.copied} failed={app.copyFailed} />
        <Button variant="plain" onClick={done}>
          {words.done}
        </Button>
      </div>
    </section>
  );
}
