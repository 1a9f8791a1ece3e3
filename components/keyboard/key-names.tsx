"use client";

import { useWords } from "@/components/reader";
import { Key } from "@/components/ui/key";
import { useIsApple } from "./is-apple";

/** A row's keys as they are called on the keyboard: "g then i", "⌘ K". */
export function KeyNames({ press }: { press: readonly string[] }) {
  const words = useWords().keyboard;
  const named: Readonly<Record<string, string>> = {
    ...words.keys,
    Mod: useIsApple() ? words.keys.Meta : words.keys.Control,
  };
  return (
    <span className="inline-flex items-baseline gap-1 text-caption text-ink-3">
      {press.map((keys, index) => (
        <span key={keys} className="inline-flex items-baseline gap-1">
          {index > 0 ? <span>{words.after}</span> : null}
          {keys.split("+").map((key) => (
            <Key key={key}>{named[key] ?? (keys.includes("+") ? key.toUpperCase() : key)}</Key>
          ))}
        </span>
      ))}
    </span>
  );
}
