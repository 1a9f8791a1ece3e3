"use client";

import { useState } from "react";
import { useSettingsWords } from "@/components/reader";
import { phraseText } from "@/components/ui/phrase";
import { Section } from "@/components/ui/section";
import { Tabs } from "@/components/ui/tabs";
import { Tag } from "@/components/ui/tag";
import { recorderSnippets, recorderTest } from "@/lib/messages/capture-snippets";
import { CodeBlock } from "./code-block";
import { SandboxAgent } from "./sandbox-agent";
import { TestIt } from "./test-it";

/** The way that misses nothing: one setting of the agent. */
export function RecorderWay({
  origin,
  canTest,
  hasSandboxAgent,
}: {
  origin: string;
  canTest: boolean;
  hasSandboxAgent: boolean;
}) {
  const page = useSettingsWords().capture;
  const words = page.recorder;
  const [way, setWay] = useState<keyof typeof words.ways>("cli");
  const [token, setToken] = useState<string | null>(null);
  const how = way === "mcp" && token !== null ? words.how.mcpWithToken : words.how[way];
  return (
    <Section title={words.title} aside={<Tag tone="good">{words.best}</Tag>}>
      <p className="text-ink-2">{words.text}</p>
      <p className="mt-2 text-ink-2">{words.account}</p>
      {hasSandboxAgent ? <SandboxAgent token={token} setToken={setToken} /> : null}
      <Tabs label={words.where} names={words.ways} chosen={way} choose={setWay}>
        <p className="mb-2 text-ink-2 text-small">{how}</p>
        <CodeBlock text={recorderSnippets[way]({ origin, token })} />
      </Tabs>
      <details className="mt-3">
        <summary className="cursor-pointer py-3 font-medium text-small">{page.instructions.title}</summary>
        <p className="mb-2 text-ink-2 text-small">{page.instructions.text}</p>
        <CodeBlock text={phraseText(page.instructions.recorder, { origin })} />
      </details>
      {canTest ? (
        <div className="mt-3">
          <TestIt
            watched={{ way: "recorder" }}
            origin={origin}
            command={recorderTest({ origin, token })}
            hint={token === null ? words.test : words.testWithToken}
          />
        </div>
      ) : null}
    </Section>
  );
}
