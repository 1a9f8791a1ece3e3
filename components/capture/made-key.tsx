"use client";

import { useEffect, useRef } from "react";
import { useSettingsWords, useWords } from "@/components/reader";
import { TheirWords } from "@/components/their-words";
import { Button } from "@/components/ui/button";
import { CopyButton } from "@/components/ui/copy-button";
import { Notice } from "@/components/ui/notice";
import { Phrase, phraseText } from "@/components/ui/phrase";
import { KeySnippets } from "./key-snippets";

/** Shown once: after this only its hash is left, and nobody can show it again. */
export function MadeKey({
  id,
  label,
  secret,
  origin,
  done,
}: {
  id: string;
  label: string;
  secret: string;
  origin: string;
  done: () => void;
}) {
  const { app } = useWords();
  const page = useSettingsWords().capture;
  const words = page.made;
  const shown = useRef<HTMLElement>(null);
  useEffect(() => shown.current?.focus(), []);
  return (
    <section
      ref={shown}
      tabIndex={-1}
      aria-labelledby={`made-${id}`}
      className="mt-3 grid gap-3 border-y py-4 outline-none"
    >
      <h3 id={`made-${id}`} className="font-semibold">
        <Phrase text={words.title} label={<TheirWords text={label} />} />
      </h3>
      <Notice tone="alert" role="status">
        <p>{words.once}</p>
      </Notice>
      <p className="text-ink-2 text-small">{phraseText(words.what, { origin })}</p>
      <p
        data-slot="capture-key"
        className="select-all rounded bg-wash px-4 py-3 font-medium [overflow-wrap:anywhere]"
      >
        {secret}
      </p>
      <div>
        <CopyButton text={secret} label={words.copyKey} done={page.copied} failed={app.copyFailed} />
      </div>
      <KeySnippets keyId={id} way={{ origin, label, secret }} />
      <div>
        <Button onClick={done}>{words.done}</Button>
      </div>
    </section>
  );
}
