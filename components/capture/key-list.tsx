"use client";

import { useRef, useState } from "react";
import { useSettingsWords } from "@/components/reader";
import { theirWordsAsText } from "@/components/their-words";
import { phraseText } from "@/components/ui/phrase";
import type { CaptureState } from "@/lib/api/types";
import { KeyRow } from "./key-row";

/** Every key of this workspace: those in use first, then what was taken out of use lately. */
export function KeyList({ keys, origin }: { keys: CaptureState["keys"]; origin: string }) {
  const words = useSettingsWords().capture.keys;
  const list = useRef<HTMLUListElement>(null);
  const [said, setSaid] = useState<string | null>(null);
  return (
    <>
      <h3 className="mt-5 font-semibold text-small">{words.list}</h3>
      {keys.length === 0 ? <p className="mt-1 text-ink-2">{words.none}</p> : null}
      <ul ref={list} tabIndex={-1} className="mt-1 border-t outline-none empty:hidden">
        {keys.map((key) => (
          <KeyRow
            key={key.id}
            captureKey={key}
            origin={origin}
            changed={(what, label) => {
              setSaid(phraseText(words[what], { label: theirWordsAsText(label) }));
              list.current?.focus();
            }}
          />
        ))}
      </ul>
      <p role="status" className="mt-2 text-ink-2 text-small empty:hidden">
        {said}
      </p>
    </>
  );
}
