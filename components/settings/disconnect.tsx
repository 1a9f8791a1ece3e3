"use client";

import { useSettingsWords } from "@/components/reader";
import { Section } from "@/components/ui/section";
import { disconnect } from "@/lib/api/queries/connection";
import { ConfirmStep } from "./confirm-step";
import { useChange } from "./use-change";

export function Disconnect() {
  const words = useSettingsWords().connection.disconnect;
  const { run, isBusy, problem } = useChange();
  return (
    <Section title={words.title}>
      <p className="mb-3 text-ink-2">{words.text}</p>
      <ConfirmStep
        open={words.open}
        submit={words.submit}
        sending={words.sending}
        text={<p>{words.confirm}</p>}
        isBusy={isBusy}
        problem={problem}
        onConfirm={() => void run(disconnect)}
      />
    </Section>
  );
}
