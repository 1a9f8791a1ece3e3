"use client";

import { useState } from "react";
import { useSettingsWords } from "@/components/reader";
import { theirWordsAsText } from "@/components/their-words";
import { phraseText } from "@/components/ui/phrase";
import { Tabs } from "@/components/ui/tabs";
import { keySnippets, keyTest, type Way } from "@/lib/messages/capture-snippets";
import { CodeBlock } from "./code-block";
import { TestIt } from "./test-it";

/** How an agent hands a request over with this key, each way ready to run, and whether it arrives. */
export function KeySnippets({ keyId, way }: { keyId: string; way: Way }) {
  const page = useSettingsWords().capture;
  const words = page.snippets;
  const [chosen, setChosen] = useState<keyof typeof words.ways>("instructions");
  const text =
    chosen === "instructions"
      ? phraseText(page.instructions.key, {
          origin: way.origin,
          secret: way.secret ?? page.instructions.secretVariable,
          name: JSON.stringify(way.label),
        })
      : keySnippets[chosen](way);
  return (
    <div className="grid gap-3">
      <p className="text-ink-2 text-small">{way.secret === null ? words.withoutKey : words.withKey}</p>
      <Tabs label={words.label} names={words.ways} chosen={chosen} choose={setChosen}>
        <p className="mb-2 text-ink-2 text-small">{words.how[chosen]}</p>
        <CodeBlock text={text} />
      </Tabs>
      <TestIt
        watched={{ way: "capture", keyId }}
        origin={way.origin}
        command={keyTest(way)}
        hint={page.test.keyCommand}
        name={theirWordsAsText(way.label)}
      />
    </div>
  );
}
