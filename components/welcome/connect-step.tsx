"use client";

import { useQuery } from "@tanstack/react-query";
import { addresses } from "@/components/addresses";
import { useSettingsWords } from "@/components/reader";
import { ConnectFields } from "@/components/settings/connect-form";
import { TheirWords } from "@/components/their-words";
import { Button } from "@/components/ui/button";
import { Phrase } from "@/components/ui/phrase";
import { summaryQuery } from "@/lib/api/queries/summary";

export function ConnectStep({ realOrigin, skip }: { realOrigin: string; skip: () => void }) {
  const words = useSettingsWords().welcome;
  const summary = useQuery(summaryQuery()).data;
  const state = summary?.connection.state ?? "none";
  if (state === "real") {
    const name = summary?.workspace?.name;
    return (
      <p className="text-ink-2">
        {name ? (
          <Phrase text={words.connect.done} account={<TheirWords text={name} />} />
        ) : (
          words.connect.doneUnnamed
        )}
      </p>
    );
  }
  return (
    <>
      {state === "sandbox" ? (
        <div className="grid justify-items-start gap-3 pb-3">
          <p className="text-ink-2">{words.connect.stay}</p>
          <Button onClick={skip} className="noscript:hidden">
            {words.connect.staySandbox}
          </Button>
        </div>
      ) : null}
      <div>
        <ConnectFields origin={realOrigin} instead={state} then={addresses.welcome} />
      </div>
      {state === "sandbox" ? null : (
        <div>
          <Button variant="plain" onClick={skip} className="noscript:hidden">
            {words.skip}
          </Button>
        </div>
      )}
    </>
  );
}
