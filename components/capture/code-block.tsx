"use client";

import { useSettingsWords, useWords } from "@/components/reader";
import { CopyButton } from "@/components/ui/copy-button";

/** Text to take away whole: what is copied is what is shown. */
export function CodeBlock({ text, copy }: { text: string; copy?: string }) {
  const { app } = useWords();
  const words = useSettingsWords().capture;
  return (
    <div className="grid gap-2">
      <pre className="whitespace-pre-wrap rounded bg-wash px-4 py-3 text-small [overflow-wrap:anywhere]">
        <code className="font-sans">{text}</code>
      </pre>
      <div>
        <CopyButton text={text} label={copy ?? words.copy} done={words.copied} failed={app.copyFailed} />
      </div>
    </div>
  );
}
