"use client";

import { useState } from "react";
import { addresses } from "@/components/addresses";
import { useSettingsWords } from "@/components/reader";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { Section } from "@/components/ui/section";
import { connectToken } from "@/lib/api/queries/connection";
import { TokenForm, type TypedToken } from "./token-form";
import { useChange } from "./use-change";

type Instead = "none" | "sandbox" | "disconnected";

/** Where nothing real is connected, or nothing any more. `origin`: where the token goes, whatever is shown now. */
export function ConnectForm({ origin, instead }: { origin: string; instead: Instead }) {
  const page = useSettingsWords().connection;
  return (
    <Section title={(instead === "disconnected" ? page.reconnect : page.connect).title}>
      <ConnectFields origin={origin} instead={instead} then={addresses.connection} />
    </Section>
  );
}

/** `then`: the page that shows what is connected now. */
export function ConnectFields({ origin, instead, then }: { origin: string; instead: Instead; then: string }) {
  const page = useSettingsWords().connection;
  const words = instead === "disconnected" ? page.reconnect : page.connect;
  const { run, isBusy, problem } = useChange();
  const [isDone, setIsDone] = useState(false);
  const isAnother = problem?.reason === "other_account_disconnected";

  async function connect(typed: TypedToken, isAnotherAccount: boolean) {
    const done = await run(() => connectToken({ ...typed, isAnotherAccount }));
    if (!done) return;
    setIsDone(true);
    // Another workspace: nothing that was shown before belongs to it.
    window.location.assign(then);
  }

  return (
    <>
      <p className="text-ink-2">{words.text}</p>
      {instead === "sandbox" ? <p className="mt-2 text-ink-2">{page.connect.sandboxEnds}</p> : null}
      <TokenForm
        origin={origin}
        submit={words.submit}
        hasLabel
        isBusy={isBusy || isDone}
        problem={problem}
        onSubmit={(typed) => void connect(typed, false)}
        instead={
          isAnother
            ? (typed) => (
                <div className="grid gap-3">
                  <Notice role="alert" tone="alert">
                    <p>{page.reconnect.another}</p>
                  </Notice>
                  <div className="flex flex-wrap gap-3">
                    <Button onClick={() => void connect(typed, true)} disabled={isBusy || isDone}>
                      {page.reconnect.submitAnother}
                    </Button>
                    <Button type="submit" disabled={isBusy || isDone}>
                      {page.reconnect.submit}
                    </Button>
                  </div>
                </div>
              )
            : null
        }
      />
    </>
  );
}
