"use client";

import { useState } from "react";
import { useSettingsWords } from "@/components/reader";
import { Button } from "@/components/ui/button";
import { Section } from "@/components/ui/section";
import { connectToken } from "@/lib/api/queries/connection";
import { TokenForm } from "./token-form";
import { useChange } from "./use-change";

/** One more token of the account that is connected. */
export function AddToken({ origin }: { origin: string }) {
  const words = useSettingsWords().connection.add;
  const { run, isBusy, problem } = useChange();
  const [isOpen, setIsOpen] = useState(false);
  const [said, setSaid] = useState("");
  return (
    <>
      {isOpen ? (
        <Section title={words.title}>
          <p className="text-ink-2">{words.text}</p>
          <TokenForm
            origin={origin}
            submit={words.submit}
            hasLabel
            isBusy={isBusy}
            problem={problem}
            onCancel={() => setIsOpen(false)}
            onSubmit={async (typed) => {
              const done = await run(() => connectToken({ ...typed, isAnotherAccount: false }));
              if (!done) return;
              setSaid(done.value.outcome === "unchanged" ? words.unchanged : words.done);
              setIsOpen(false);
            }}
          />
        </Section>
      ) : (
        <div className="border-t pt-4">
          <Button
            onClick={() => {
              setSaid("");
              setIsOpen(true);
            }}
          >
            {words.open}
          </Button>
        </div>
      )}
      <p role="status" className="mt-2 text-ink-2 text-small">
        {said}
      </p>
    </>
  );
}
